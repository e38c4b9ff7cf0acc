import { KeyOutlined, StopOutlined, UndoOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { defineResource } from '@/lib/resource/define-resource';

const PasswordFields = lazy(() => import('./password-fields').then((it) => ({ default: it.PasswordFields })));

export const user = defineResource({
  key: 'user',
  list: '/users',
  item: '/users/{id}',
  titleOf: (row) => String(row.name ?? row.login ?? ''),
  actions: [
    { name: 'disable', label: 'user:action.disable', icon: <StopOutlined />, isDanger: true, undo: 'enable' },
    { name: 'enable', label: 'user:action.enable', icon: <UndoOutlined />, isPrimary: true },
    { name: 'reset-password', label: 'user:action.reset_password', icon: <KeyOutlined />, fields: PasswordFields },
  ],
});
