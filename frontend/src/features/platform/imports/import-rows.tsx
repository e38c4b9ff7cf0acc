import { useQuery } from '@tanstack/react-query';
import { Checkbox, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { StatusTag } from '@/lib/fields/status-tag';
import { Failure } from '@/lib/list/list-states';
import { cellText, type ImportedRow, type ImportState } from './import-state';

const COLORS: Record<string, string> = { created: 'green', updated: 'blue', failed: 'red' };

/** The first rows with what became of each, its mistakes at their cells. */
export function ImportRows({ of: it }: { of: ImportState }) {
  const { t } = useTranslation('import');
  const [isFailedOnly, setFailedOnly] = useState(it.counts.failed > 0);
  const found = useQuery({
    queryKey: ['/imports/{id}/rows', { id: it.id, isFailedOnly, status: it.status }],
    queryFn: ({ signal }) =>
      callPath<{ items: ImportedRow[] }>('get', '/imports/{id}/rows', {
        path: { id: it.id },
        query: { failed: isFailedOnly, limit: 20 },
        signal,
      }),
  });
  return (
    <section aria-label={t('rows')}>
      <h2 className="gx-import-rows-head">
        {t('rows')}
        <Checkbox checked={isFailedOnly} onChange={(event) => setFailedOnly(event.target.checked)}>
          {t(it.status === 'checked' ? 'wrong_only' : 'failed_only')}
        </Checkbox>
      </h2>
      {found.isPending && <Skeleton active />}
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data && found.data.items.length === 0 && <p className="gx-faint">{t('no_rows')}</p>}
      {found.data && found.data.items.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls can be scrolled by keyboard
        <div className="gx-table-scroll" tabIndex={0}>
          <table className="gx-table">
            <thead>
              <tr>
                <th scope="col">{t('row')}</th>
                <th scope="col">{t('outcome')}</th>
                {it.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {found.data.items.map((row) => (
                <Line key={row.row} row={row} columns={it.columns} isForecast={it.status === 'checked'} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

interface LineProps {
  row: ImportedRow;
  columns: string[];
  /** It was checked, not imported. */
  isForecast: boolean;
}

function Line({ row, columns, isForecast }: LineProps) {
  const { t } = useTranslation('import');
  const whole = row.errors.filter((error) => error.column === null);
  return (
    <tr>
      <td className="gx-number">{row.row}</td>
      <td>
        {row.outcome && (
          <StatusTag color={COLORS[row.outcome]}>
            {isForecast ? t(`would.${row.outcome}`) : t(`did.${row.outcome}`)}
          </StatusTag>
        )}
        {whole.map((error) => (
          <p key={error.code} className="gx-import-error">
            {error.message}
          </p>
        ))}
      </td>
      {columns.map((column, index) => {
        const errors = row.errors.filter((error) => error.column === column);
        return (
          <td key={column} data-wrong={errors.length > 0 || undefined}>
            {cellText(row.cells[index])}
            {errors.map((error) => (
              <p key={error.code} className="gx-import-error">
                {error.message}
              </p>
            ))}
          </td>
        );
      })}
    </tr>
  );
}
