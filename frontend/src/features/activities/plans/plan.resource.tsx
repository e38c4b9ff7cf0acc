import { CloseCircleOutlined, PlayCircleOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { defineResource } from '@/lib/resource/define-resource';
import { planTone, StatusCell, SubjectCell, WhenCell } from './plan-cells';

const CancelFields = lazy(() => import('./cancel-fields').then((it) => ({ default: it.CancelFields })));

export const plan = defineResource({
  key: 'follow_up_plan',
  list: '/follow-up-plans',
  item: '/follow-up-plans/{id}',
  titleOf: (row) => String(row.content ?? '').split('\n')[0] ?? '',
  toneOf: planTone,
  cells: { planned_at: WhenCell, status: StatusCell, subject: SubjectCell },
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
