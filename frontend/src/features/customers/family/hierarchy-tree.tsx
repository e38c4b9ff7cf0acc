import { DownOutlined, PlusOutlined, RightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Skeleton } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import type { Row } from '@/lib/api/schema-types';
import { StatusTag, usualColor } from '@/lib/fields/status-tag';
import { Failure } from '@/lib/list/list-states';
import { RecordLink } from '@/lib/resource/record-link';
import type { RecordState } from '@/lib/resource/use-record';
import { DEALER_ROLES, Marks } from '../marks';
import { type Branch, hierarchyQuery, treeOf } from './hierarchy';
import { ParentField } from './parent-field';

const ChildDialog = lazy(() => import('./child-dialog').then((it) => ({ default: it.ChildDialog })));

/** Companies above and below a customer, as far as one may see them. */
export function HierarchyTree({ of: record }: { of: RecordState }) {
  const { t } = useTranslation('customer');
  const [isAdding, setAdding] = useState(false);
  const found = useQuery(hierarchyQuery(record.id));
  const dealers = useDealers([...(found.data?.ancestors ?? []), ...(found.data?.nodes ?? [])].map(({ id }) => id));
  const tree = found.data && treeOf(found.data);
  const rollup = found.data?.rollup;
  return (
    <section aria-label={t('family.tree')}>
      <div className="gx-family-head">
        <h2>{t('family.tree')}</h2>
        {rollup && rollup.customers > 1 && (
          <span className="gx-faint">
            {[
              t('family.customers', { count: rollup.customers }),
              rollup.dealt === null ? '' : t('family.dealt', { count: rollup.dealt }),
              rollup.contacts === null ? '' : t('family.contacts', { count: rollup.contacts }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        )}
        {record.allowed.has('update') && (
          <Button icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t('family.add_child')}
          </Button>
        )}
      </div>
      <ParentField of={record} />
      {found.isPending && <Skeleton active paragraph={{ rows: 3 }} />}
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      {tree && (
        <ul className="gx-family-tree">
          <Company branch={tree} self={record.id} dealers={dealers} />
        </ul>
      )}
      {found.data?.partial && <Alert type="info" showIcon title={t('family.partial')} />}
      <Suspense fallback={null}>{isAdding && <ChildDialog of={record} onClose={() => setAdding(false)} />}</Suspense>
    </section>
  );
}

/** Which of these sell for us. */
function useDealers(ids: string[]): Map<string, unknown> {
  const found = useQuery({
    queryKey: ['/customers', 'dealers', ids],
    queryFn: ({ signal }) => {
      const filter = {
        and: [
          { field: 'id', op: 'in', value: ids },
          { field: 'role', op: 'in', value: DEALER_ROLES },
        ],
      };
      return callPath<{ items: Row[] }>('get', '/customers', { query: { filter, limit: 200 }, signal });
    },
    enabled: ids.length > 0 && ids.length <= 200,
  });
  return new Map(found.data?.items?.map((row) => [row.id, row.role]));
}

interface CompanyProps {
  branch: Branch;
  self: string;
  dealers: Map<string, unknown>;
}

function Company({ branch: { company, below }, self, dealers }: CompanyProps) {
  const { t } = useTranslation('customer');
  const [isOpen, setOpen] = useState(true);
  return (
    <li>
      <div className="gx-company" data-self={company.id === self || undefined}>
        {below.length > 0 ? (
          <button
            type="button"
            aria-expanded={isOpen}
            aria-label={t('family.below', { name: company.name })}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? <DownOutlined /> : <RightOutlined />}
          </button>
        ) : (
          <i />
        )}
        {company.id === self ? (
          <span aria-current="true">{company.name}</span>
        ) : (
          <RecordLink path="/customers" id={company.id}>
            {company.name}
          </RecordLink>
        )}
        {company.level && <StatusTag color={usualColor(company.level)}>{company.level}</StatusTag>}
        <Marks isKeyAccount={company.is_key_account === true} role={dealers.get(company.id)} />
        <span className="gx-faint">
          {[company.deal_status === 'dealt' ? t('family.is_dealt') : '', company.owner_name ?? '']
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      {isOpen && below.length > 0 && (
        <ul>
          {below.map((it) => (
            <Company key={it.company.id} branch={it} self={self} dealers={dealers} />
          ))}
        </ul>
      )}
    </li>
  );
}
