import { CloseCircleOutlined, PlayCircleOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { defineResource } from '@/lib/resource/define-resource';
import { SubjectCell } from '../subject-cell';
import { planTone, StatusCell, WhenCell } from './plan-cells';

const PlanForm = lazy(() => import('./plan-form').then((it) => ({ default: it.PlanForm })));
const CancelFields = lazy(() => import('./cancel-fields').then((it) => ({ default: it.CancelFields })));

export const plan = defineResource({
  key: 'follow_up_plan',
  list: '/follow-up-plans',
  item: '/follow-up-plans/{id}',
  titleOf: (row) => String(row.content ?? '').split('\n')[0] ?? '',
  toneOf: planTone,
  labels: { subject: 'follow_up_plan:with' },
  cells: { planned_at: WhenCell, status: StatusCell, subject: SubjectCell },
  form: PlanForm,
  actions: [
    { name: 'start', label: 'follow_up_plan:action.start', icon: <PlayCircleOutlined /> },
    {
      name: 'cancel',
      label: 'follow_up_plan:action.cancel',
      icon: <CloseCircleOutlined />,
      fields: CancelFields,
    },
  ],
});

/** What is still to be done with whom a page is about. */
export const OPEN_PLANS = {
  where: { field: 'status', op: 'in', value: ['planned', 'in_progress', 'missed'] },
  columns: ['content', 'planned_at', 'status', 'method', 'owner_id'],
  sort: 'planned_at',
};
