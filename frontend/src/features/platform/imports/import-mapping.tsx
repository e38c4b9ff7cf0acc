import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLabel } from '@/lib/resource/meta';
import { cellText, type ImportState } from './import-state';

interface ImportMappingProps {
  of: ImportState;
  onChange: (mapping: Record<string, string | null>) => void;
}

/** Which column of the sheet is which field; guessed by the server, corrected here. */
export function ImportMapping({ of: it, onChange }: ImportMappingProps) {
  const { t } = useTranslation('import');
  const label = useLabel();
  const taken = new Set(Object.values(it.mapping).filter(Boolean));
  const missing = it.fields.filter((field) => field.required && !taken.has(field.key));
  return (
    <section aria-label={t('mapping')}>
      <h2>{t('mapping')}</h2>
      {missing.length > 0 && (
        <p className="gx-import-missing" role="alert">
          {t('missing', { fields: missing.map((field) => label(field.label)).join(t('common:separator')) })}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls can be scrolled by keyboard */}
      <div className="gx-table-scroll" tabIndex={0}>
        <table className="gx-table gx-import-mapping">
          <thead>
            <tr>
              <th scope="col">{t('column')}</th>
              <th scope="col">{t('sample')}</th>
              <th scope="col">{t('field')}</th>
            </tr>
          </thead>
          <tbody>
            {it.columns.map((column, index) => (
              <tr key={column}>
                <th scope="row">{column}</th>
                <td className="gx-faint">
                  {it.sample
                    .map((row) => cellText(row[index]))
                    .filter(Boolean)
                    .slice(0, 3)
                    .join(' · ')}
                </td>
                <td>
                  <Select
                    className="gx-import-field"
                    aria-label={t('field_of', { column })}
                    showSearch={{ optionFilterProp: 'label' }}
                    allowClear
                    placeholder={t('left_out')}
                    value={it.mapping[column] ?? undefined}
                    options={it.fields.map((field) => ({
                      value: field.key,
                      label: label(field.label) + (field.required ? ' *' : ''),
                      disabled: taken.has(field.key) && it.mapping[column] !== field.key,
                    }))}
                    onChange={(key?: string) => onChange({ ...it.mapping, [column]: key ?? null })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
