import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { FilterBar } from '@/lib/list/filter-bar';
import { ListBody } from '@/lib/list/list-body';
import { CreateButton, ListPage } from '@/lib/list/list-page';
import { ViewTabs } from '@/lib/list/view-tabs';
import { Can } from '@/lib/resource/permissions';
import { useResourceList } from '@/lib/resource/use-resource-list';
import { plan } from './plan.resource';
import { PlanCard } from './plan-card';
import { PLANS } from './plan-lists';

const PlanForm = lazy(() => import('./plan-form').then((it) => ({ default: it.PlanForm })));
const route = getRouteApi('/_app/follow-up-plans/');

export function PlanListPage() {
  const search = route.useSearch();
  const list = useResourceList(plan, search, route.useNavigate(), PLANS);
  const about = search.subject && search.subject_id ? { subject: search.subject, subject_id: search.subject_id } : {};
  return (
    <ListPage
      list={list}
      create={
        <Can do="follow_up_plan:create">
          <CreateButton list={list} />
        </Can>
      }
    >
      <ViewTabs list={list} />
      <FilterBar list={list} quick={['status', 'planned_at', 'owner_id', 'method']} />
      <ListBody list={list} card={PlanCard} />
      <Suspense fallback={null}>
        {search.create && <PlanForm about={about} onClose={() => list.change({ create: undefined, ...NO_SUBJECT })} />}
      </Suspense>
    </ListPage>
  );
}

const NO_SUBJECT = { subject: undefined, subject_id: undefined } as object;
