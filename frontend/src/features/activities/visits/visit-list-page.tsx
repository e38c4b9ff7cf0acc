import { UserOutlined } from '@ant-design/icons';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterBar } from '@/lib/list/filter-bar';
import { ListBody } from '@/lib/list/list-body';
import { CreateButton, ListPage } from '@/lib/list/list-page';
import { ViewTabs } from '@/lib/list/view-tabs';
import { filterOf, groupOf, isLeaf } from '@/lib/resource/filter';
import { Can } from '@/lib/resource/permissions';
import { type ListState, useResourceList } from '@/lib/resource/use-resource-list';
import { visit } from './visit.resource';
import { VisitCard } from './visit-card';
import { VISITS } from './visit-lists';

const VisitForm = lazy(() => import('./visit-form').then((it) => ({ default: it.VisitForm })));
const route = getRouteApi('/_app/visits/');

export function VisitListPage() {
  const { t } = useTranslation('visit');
  const list = useResourceList(visit, route.useSearch(), route.useNavigate(), VISITS);
  return (
    <ListPage
      list={list}
      title={t('title')}
      more={<OnlyMine list={list} />}
      create={
        <Can do="visit:create">
          <CreateButton list={list} />
        </Can>
      }
    >
      <ViewTabs list={list} />
      <FilterBar list={list} quick={['status', 'owner_id', 'check_in_at', 'flagged']} />
      <ListBody list={list} card={VisitCard} />
      <Suspense fallback={null}>
        {list.search.create && <VisitForm about={{}} onClose={() => list.change({ create: undefined })} />}
      </Suspense>
    </ListPage>
  );
}

/** One's own, or all that one may see. */
function OnlyMine({ list }: { list: ListState }) {
  const { t } = useTranslation('visit');
  const group = groupOf(list.filter);
  const others = group.parts.filter((it) => !isLeaf(it) || it.field !== 'owner_id');
  const isMine = group.parts.some((it) => isLeaf(it) && it.field === 'owner_id' && String(it.value) === 'me');
  const parts = isMine ? others : [...others, { field: 'owner_id', op: 'in', value: ['me'] }];
  return (
    <Button
      icon={<UserOutlined />}
      aria-pressed={isMine}
      type={isMine ? 'primary' : 'default'}
      ghost={isMine}
      onClick={() => list.change({ filter: filterOf({ match: 'and', parts }) })}
    >
      {t('mine')}
    </Button>
  );
}
