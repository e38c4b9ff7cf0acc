import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/lib/api/schema-types';
import { EmptyState, Failure } from '@/lib/list/list-states';
import { Can } from '@/lib/resource/permissions';
import { pageQuery } from '@/lib/resource/use-rows';
import { knowledge } from './knowledge.resource';
import { isExpired } from './knowledge-cells';
import { KnowledgeEntry } from './knowledge-entry';
import '../customers.css';

const KnowledgeDrawer = lazy(() => import('./knowledge-drawer').then((it) => ({ default: it.KnowledgeDrawer })));

/** What is known of a customer; what no longer counts stands last. */
export function CustomerKnowledge({ id }: { id: string }) {
  const { t } = useTranslation('customer_knowledge');
  const [edited, setEdited] = useState<Row | 'new'>();
  const filter = { field: 'customer_id', op: 'eq', value: id };
  const found = useQuery(pageQuery(knowledge.list, { filter, sort: '-created_at' }, 0));
  const rows = found.data?.items ?? [];
  const counting = rows.filter((row) => !isExpired(row.valid_until));
  const sorted = [...counting, ...rows.filter((row) => isExpired(row.valid_until))];
  return (
    <div className="gx-family">
      <Can do="customer_knowledge:create">
        <Button icon={<PlusOutlined />} onClick={() => setEdited('new')}>
          {t('create')}
        </Button>
      </Can>
      {found.isPending && <Skeleton active paragraph={{ rows: 3 }} />}
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data && rows.length === 0 && <EmptyState title={t('none')} text={t('none_text')} />}
      <ul>
        {sorted.map((row) => (
          <KnowledgeEntry key={row.id} row={row} onEdit={() => setEdited(row)} />
        ))}
      </ul>
      <Suspense fallback={null}>
        {edited && (
          <KnowledgeDrawer of={edited === 'new' ? undefined : edited} about={id} onClose={() => setEdited(undefined)} />
        )}
      </Suspense>
    </div>
  );
}
