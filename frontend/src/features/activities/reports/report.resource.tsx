import { CommentOutlined, SendOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { defineResource } from '@/lib/resource/define-resource';
import { PeriodCell, ReportKindCell, ReportStatusCell } from './report-cells';

const ReviewFields = lazy(() => import('./review-fields').then((it) => ({ default: it.ReviewFields })));

export const report = defineResource({
  key: 'work_report',
  list: '/work-reports',
  item: '/work-reports/{id}',
  titleOf: (row) => [row.owner_name, row.period_start].filter(Boolean).join(' · '),
  cells: { kind: ReportKindCell, period_start: PeriodCell, status: ReportStatusCell },
  actions: [
    { name: 'submit', label: 'work_report:action.submit', icon: <SendOutlined />, isPrimary: true },
    {
      name: 'review',
      label: 'work_report:action.review',
      icon: <CommentOutlined />,
      isPrimary: true,
      fields: ReviewFields,
    },
  ],
});
