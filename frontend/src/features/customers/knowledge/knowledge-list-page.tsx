import { BellOutlined } from '@ant-design/icons';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BulkBar } from '@/lib/list/bulk-bar';
import { DeleteRecords } from '@/lib/list/delete-records';
import { FilterBar } from '@/lib/list/filter-bar';
import { ListBody } from '@/lib/list/list-body';
import { CreateButton, ListPage } from '@/lib/list/list-page';
import { ViewTabs } from '@/lib/list/view-tabs';
import { Can, useCan } from '@/lib/resource/permissions';
import { useResourceList } from '@/lib/resource/use-resource-list';
import { knowledge } from './knowledge.resource';
import { KNOWN } from './knowledge-lists';

const KnowledgeDrawer = lazy(() => import('./knowledge-drawer').then((it) => ({ default: it.KnowledgeDrawer })));
const SubscriptionsDrawer = lazy(() =>
  import('./subscriptions-drawer').then((it) => ({ default: it.SubscriptionsDrawer })),
);

const route = getRouteApi('/_app/customer-knowledge/');

/** What is known of customers, as far as one may read it. */
export function KnowledgeListPage() {
  const { t } = useTranslation('customer_knowledge');
  const can = useCan();
  const list = useResourceList(knowledge, route.useSearch(), route.useNavigate(), KNOWN);
  const [isSubscribing, setSubscribing] = useState(false);
  return (
    <ListPage
      list={list}
      create={can('customer_knowledge:create') && <CreateButton list={list} />}
      more={
        <Can do="knowledge_subscription:read">
          <Button icon={<BellOutlined />} onClick={() => setSubscribing(true)}>
            {t('subscriptions')}
          </Button>
        </Can>
      }
    >
      <ViewTabs list={list} />
      <FilterBar list={list} quick={['customer_id', 'kind', 'confidence', 'status', 'created_by']} />
      <ListBody list={list} />
      <BulkBar list={list}>
        <DeleteRecords list={list} />
      </BulkBar>
      <Suspense fallback={null}>
        {list.search.create && can('customer_knowledge:create') && (
          <KnowledgeDrawer onClose={() => list.change({ create: undefined })} />
        )}
        {isSubscribing && <SubscriptionsDrawer onClose={() => setSubscribing(false)} />}
      </Suspense>
    </ListPage>
  );
}
