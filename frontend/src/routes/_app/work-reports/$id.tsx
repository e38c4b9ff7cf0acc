import { createFileRoute } from '@tanstack/react-router';
import { report } from '@/features/activities/reports/report.resource';
import { ReportDetailPage } from '@/features/activities/reports/report-detail-page';
import { recordSearch } from '@/lib/record/record-search';
import { startRecord } from '@/lib/resource/start-record';

export const Route = createFileRoute('/_app/work-reports/$id')({
  staticData: { permission: 'work_report:read', title: 'work_report:title' },
  validateSearch: recordSearch,
  loader: ({ params }) => startRecord(report, params.id),
  component: ReportDetailPage,
});
