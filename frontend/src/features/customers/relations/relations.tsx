import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/lib/api/schema-types';
import { formatDate } from '@/lib/format/date';
import { Failure } from '@/lib/list/list-states';
import { useCan } from '@/lib/resource/permissions';
import { RecordLink } from '@/lib/resource/record-link';
import type { RecordState } from '@/lib/resource/use-record';
import { pageQuery } from '@/lib/resource/use-rows';
import { useSave } from '@/lib/resource/use-save';
import { useToast } from '@/lib/resource/use-toast';
import { relation } from './relation.resource';

const RelationDialog = lazy(() => import('./relation-dialog').then((it) => ({ default: it.RelationDialog })));

const NAME = '\u0000';

/** What a customer is to others, and they to it. */
export function Relations({ of: record }: { of: RecordState }) {
  const { t } = useTranslation('customer');
  const can = useCan();
  const toast = useToast();
  const { remove } = useSave(relation);
  const [isAdding, setAdding] = useState(false);
  const either = ['from_id', 'to_id'].map((field) => ({ field, op: 'eq', value: record.id }));
  const found = useQuery({
    ...pageQuery(relation.list, { filter: { or: either } }, 0),
    enabled: can('customer_relation:read'),
  });
  if (!can('customer_relation:read')) return null;
  const rows = found.data?.items ?? [];
  return (
    <section aria-label={t('relation.title')}>
      <div className="gx-family-head">
        <h2>{t('relation.title')}</h2>
        {can('customer_relation:create') && (
          <Button icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t('relation.add')}
          </Button>
        )}
      </div>
      {found.isPending && <Skeleton active paragraph={{ rows: 2 }} />}
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data && rows.length === 0 && <p className="gx-faint">{t('relation.none')}</p>}
      <ul className="gx-lines">
        {rows.map((row) => (
          <li key={row.id}>
            <RelationWords row={row} self={record.id} />
            {row.allowed_actions.includes('delete') && (
              <span>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('relation.remove', { name: relation.titleOf(row) })}
                  onClick={() => void remove(row).catch(toast.failed)}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
      <Suspense fallback={null}>
        {isAdding && record.data && <RelationDialog of={record.data} onClose={() => setAdding(false)} />}
      </Suspense>
    </section>
  );
}

function RelationWords({ row, self }: { row: Row; self: string }) {
  const { t } = useTranslation('customer');
  const isFrom = row.from_id === self;
  const other = String((isFrom ? row.to_name : row.from_name) ?? t('family.hidden'));
  const id = String(isFrom ? row.to_id : row.from_id);
  const key = `relation.${isFrom ? 'is' : 'has'}.${String(row.kind)}`;
  // The name stands somewhere in the sentence, and is a link.
  const [before, after] = t(key, { name: NAME }).split(NAME);
  const from = formatDate(row.valid_from);
  const to = formatDate(row.valid_to);
  const more = [row.territory, row.products, from || to ? `${from || '…'} – ${to || '…'}` : '', row.remark];
  return (
    <span>
      {before}
      <RecordLink path="/customers" id={id}>
        {other}
      </RecordLink>
      {after}
      {more.some(Boolean) && <p className="gx-faint">{more.filter(Boolean).join(' · ')}</p>}
    </span>
  );
}
