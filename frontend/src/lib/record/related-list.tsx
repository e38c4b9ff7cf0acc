import { MoreOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/lib/api/schema-types';
import { kindOf } from '@/lib/fields/registry';
import { Failure } from '@/lib/list/list-states';
import { MenuButton } from '@/lib/menu/menu-button';
import { nameOf, type Resource } from '@/lib/resource/define-resource';
import type { Filter } from '@/lib/resource/filter';
import { useLabel, useMeta } from '@/lib/resource/meta';
import { RecordLink } from '@/lib/resource/record-link';
import { actionsFor, startAction } from '@/lib/resource/start-action';
import { useFieldName } from '@/lib/resource/use-field-name';
import type { RecordState } from '@/lib/resource/use-record';
import { pageQuery } from '@/lib/resource/use-rows';

interface RelatedListProps {
  of: RecordState;
  resource: Resource;
  /** Field of the other resource that points here; `customer_id` for a customer. */
  by?: string;
  /** Columns; the view's default ones otherwise. */
  columns?: string[];
  sort?: string;
  /** Which of them. */
  where?: Filter;
  /** Buttons beside the heading. */
  children?: ReactNode;
}

const SHOWN_COLUMNS = 5;

/** The records of another resource that belong to this one. */
export function RelatedList({ of: record, resource, by, columns, sort, where, children }: RelatedListProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const fieldName = useFieldName(resource);
  const { meta, byKey } = useMeta(nameOf(resource));
  const belongs = { field: by ?? `${record.resource.key}_id`, op: 'eq', value: record.id };
  const filter = where ? { and: [belongs, where] } : belongs;
  const found = useQuery(pageQuery(resource.list, { filter, ...(sort ? { sort } : {}) }, 0));
  const keys = columns ?? meta?.default_columns.slice(0, SHOWN_COLUMNS) ?? [];
  const fields = keys.flatMap((key) => byKey.get(key) ?? []);
  const rows = found.data?.items ?? [];
  const hasActions = rows.some((row) => actionsFor(resource, row).length > 0);
  return (
    <section className="gx-panel" aria-label={label(meta?.label)}>
      <h2>
        {label(meta?.label)} {found.data && <small>{found.data.total?.value ?? rows.length}</small>}
        <span className="gx-panel-tools">{children}</span>
      </h2>
      {found.isPending && <Skeleton active title={false} paragraph={{ rows: 3 }} />}
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data && rows.length === 0 && <p className="gx-faint">{t('nothing_related')}</p>}
      {rows.length > 0 && (
        <div className="gx-table-scroll" tabIndex={0}>
          <table className="gx-table">
            <thead>
              <tr>
                {fields.map((field) => (
                  <th key={field.key} scope="col" data-align={kindOf(field).align}>
                    {fieldName(field)}
                  </th>
                ))}
                {hasActions && <th scope="col" aria-label={t('more_actions')} />}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id} data-tone={resource.toneOf?.(row)}>
                  {fields.map((field, at) => {
                    const Cell = resource.cells?.[field.key] ?? kindOf(field).Cell;
                    return (
                      <td key={field.key} data-align={kindOf(field).align}>
                        {at === 0 ? (
                          <RecordLink path={resource.list} id={row.id}>
                            {resource.titleOf(row)}
                          </RecordLink>
                        ) : (
                          <Cell value={row[field.key]} field={field} row={row} />
                        )}
                      </td>
                    );
                  })}
                  {hasActions && (
                    <td data-align="right">
                      <RowActions resource={resource} row={row} />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** The verbs that the server allows on one of them. */
function RowActions({ resource, row }: { resource: Resource; row: Row }) {
  const { t } = useTranslation(['common', resource.key]);
  const actions = actionsFor(resource, row);
  if (actions.length === 0) return null;
  return (
    <MenuButton
      items={actions.map((it) => ({ key: it.name, label: t(it.label), icon: it.icon, isDanger: it.isDanger }))}
      onChoose={(name) => {
        const action = actions.find((it) => it.name === name);
        if (action) startAction(resource, action, { record: row, count: 1 });
      }}
      trigger={(props) => (
        <Button
          type="text"
          size="small"
          icon={<MoreOutlined />}
          aria-label={`${t('more_actions')} · ${resource.titleOf(row)}`}
          {...props}
        />
      )}
    />
  );
}
