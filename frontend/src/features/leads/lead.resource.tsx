import {
  CheckCircleOutlined,
  RollbackOutlined,
  StopOutlined,
  SwapOutlined,
  TeamOutlined,
  UndoOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { lazy } from 'react';
import { defineResource } from '@/lib/resource/define-resource';
import { NextContactCell, RecycleCell } from './due-cells';
import { leadTone } from './lead-tone';
import { RatingCell, StatusCell } from './state-cells';

const AssignFields = lazy(() =>
  import('@/lib/ownership/receiver-fields').then((it) => ({ default: it.ReceiverFields })),
);
const ReturnFields = lazy(() => import('./actions/reason-fields').then((it) => ({ default: it.ReturnFields })));
const InvalidateFields = lazy(() => import('./actions/reason-fields').then((it) => ({ default: it.InvalidateFields })));
const ConvertFields = lazy(() => import('./convert/convert-fields').then((it) => ({ default: it.ConvertFields })));

export const lead = defineResource({
  key: 'lead',
  list: '/leads',
  item: '/leads/{id}',
  titleOf: (row) => String(row.name ?? row.company_name ?? row.contact_name ?? row.no ?? ''),
  toneOf: leadTone,
  cells: {
    status: StatusCell,
    level: RatingCell,
    grade: RatingCell,
    next_contact_at: NextContactCell,
    recycle_due_on: RecycleCell,
  },
  actions: [
    { name: 'claim', label: 'lead:action.claim', icon: <CheckCircleOutlined />, isPrimary: true, isBatch: true },
    {
      name: 'assign',
      label: 'lead:action.assign',
      icon: <UserOutlined />,
      isPrimary: true,
      isBatch: true,
      fields: AssignFields,
    },
    { name: 'convert', label: 'lead:action.convert', icon: <TeamOutlined />, isPrimary: true, fields: ConvertFields },
    {
      name: 'transfer',
      label: 'lead:action.transfer',
      icon: <SwapOutlined />,
      isBatch: true,
      fields: AssignFields,
    },
    { name: 'return', label: 'lead:action.return', icon: <RollbackOutlined />, isBatch: true, fields: ReturnFields },
    {
      name: 'invalidate',
      label: 'lead:action.invalidate',
      icon: <StopOutlined />,
      isDanger: true,
      fields: InvalidateFields,
    },
    { name: 'restore', label: 'lead:action.restore', icon: <UndoOutlined />, isPrimary: true },
  ],
  panels: [
    {
      title: 'lead:panel.who',
      fields: [
        'company_name',
        'contact_name',
        'title',
        'mobile',
        'phone',
        'email',
        'wechat',
        'region',
        'address',
        'industry',
      ],
    },
    { title: 'lead:panel.want', fields: ['requirement', 'budget', 'currency', 'expected_date', 'tags'] },
    {
      title: 'lead:panel.how',
      fields: [
        'no',
        'source',
        'level',
        'grade',
        'score',
        'owner_id',
        'owner_department_id',
        'owned_since',
        'origin_pool_id',
        'claim_count',
        'return_count',
        'created_at',
        'updated_at',
      ],
    },
  ],
});
