import { createFileRoute } from '@tanstack/react-router';
import { report } from '@/features/activities/reports/report.resource';
import { ReportListPage } from '@/features/activities/reports/report-list-page';
import { REPORTS } from '@/features/activities/reports/report-lists';
import { reportSearch } from '@/features/activities/reports/report-search';
import { startList } from '@/lib/resource/start-list';

export const Route = createFileRoute('/_app/work-reports/')({
  staticData: { permission: 'work_report:read', title: 'work_report:title' },
  validateSearch: reportSearch,
  loaderDeps: ({ search }) => ({ search }),
  loader: ({ deps }) => startList(report, deps.search, REPORTS),
  component: ReportListPage,
});
