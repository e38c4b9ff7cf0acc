import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { FilterBar } from '@/lib/list/filter-bar';
import { ListBody } from '@/lib/list/list-body';
import { CreateButton, ListPage } from '@/lib/list/list-page';
import { ViewTabs } from '@/lib/list/view-tabs';
import { Can } from '@/lib/resource/permissions';
import { useResourceList } from '@/lib/resource/use-resource-list';
import { MissingReports } from './missing-reports';
import { report } from './report.resource';
import { REPORTS } from './report-lists';

const ReportForm = lazy(() => import('./report-form').then((it) => ({ default: it.ReportForm })));
const route = getRouteApi('/_app/work-reports/');

export function ReportListPage() {
  const search = route.useSearch();
  const list = useResourceList(report, search, route.useNavigate(), REPORTS);
  const close = () => list.change({ create: undefined, kind: undefined, date: undefined } as object);
  return (
    <ListPage
      list={list}
      more={
        <Can do="work_report:review">
          <MissingReports />
        </Can>
      }
      create={
        <Can do="work_report:create">
          <CreateButton list={list} />
        </Can>
      }
    >
      <ViewTabs list={list} />
      <FilterBar list={list} quick={['kind', 'owner_id', 'status', 'period_start']} />
      <ListBody list={list} />
      <Suspense fallback={null}>
        {search.create && <ReportForm kind={search.kind} date={search.date} onClose={close} />}
      </Suspense>
    </ListPage>
  );
}
