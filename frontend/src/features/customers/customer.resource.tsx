import {
  CheckCircleOutlined,
  ExportOutlined,
  LockOutlined,
  RollbackOutlined,
  StarOutlined,
  SwapOutlined,
  UnlockOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { lazy } from 'react';
import { contactTone } from '@/lib/ownership/contact-tone';
import { defineResource } from '@/lib/resource/define-resource';
import { LevelCell } from './level-cell';
import { NextContactCell } from './next-contact-cell';

const hands = () => import('./actions/hand-fields');
const AssignFields = lazy(() =>
  import('@/lib/ownership/receiver-fields').then((it) => ({ default: it.ReceiverFields })),
);
const ReleaseFields = lazy(() => hands().then((it) => ({ default: it.ReleaseFields })));
const TransferFields = lazy(() => hands().then((it) => ({ default: it.TransferFields })));
const MoveFields = lazy(() => hands().then((it) => ({ default: it.MoveFields })));
const KeyAccountFields = lazy(() =>
  import('./actions/key-account-fields').then((it) => ({ default: it.KeyAccountFields })),
);
const LockFields = lazy(() => hands().then((it) => ({ default: it.LockFields })));

export const customer = defineResource({
  key: 'customer',
  list: '/customers',
  item: '/customers/{id}',
  titleOf: (row) => String(row.name ?? row.no ?? ''),
  toneOf: contactTone,
  cells: { level: LevelCell, next_contact_at: NextContactCell },
  actions: [
    { name: 'claim', label: 'customer:action.claim', icon: <CheckCircleOutlined />, isPrimary: true, isBatch: true },
    {
      name: 'assign',
      label: 'customer:action.assign',
      icon: <UserOutlined />,
      isPrimary: true,
      isBatch: true,
      fields: AssignFields,
    },
    {
      name: 'transfer',
      label: 'customer:action.transfer',
      icon: <SwapOutlined />,
      isBatch: true,
      fields: TransferFields,
    },
    {
      name: 'release',
      label: 'customer:action.release',
      icon: <RollbackOutlined />,
      isBatch: true,
      fields: ReleaseFields,
    },
    { name: 'move', label: 'customer:action.move', icon: <ExportOutlined />, isBatch: true, fields: MoveFields },
    { name: 'lock', label: 'customer:action.lock', icon: <LockOutlined />, isBatch: true, fields: LockFields },
    {
      name: 'set-key-account',
      label: 'customer:action.key_account',
      icon: <StarOutlined />,
      fields: KeyAccountFields,
    },
    { name: 'unlock', label: 'customer:action.unlock', icon: <UnlockOutlined />, isBatch: true },
  ],
  panels: [
    {
      title: 'customer:panel.who',
      fields: ['no', 'short_name', 'aliases', 'uscc', 'kind', 'nature', 'industry', 'scale', 'parent_id', 'remark'],
    },
    { title: 'customer:panel.reach', fields: ['phone', 'phones', 'email', 'website', 'wechat', 'region', 'address'] },
    {
      title: 'customer:panel.class',
      fields: ['level', 'stage', 'role', 'category', 'relationship', 'need_types', 'requirement', 'tags'],
    },
    {
      title: 'customer:panel.how',
      fields: ['source', 'owner_id', 'owner_department_id', 'owned_since', 'pool_id', 'created_at', 'updated_at'],
    },
  ],
});
