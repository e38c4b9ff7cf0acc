import { Form, Input, InputNumber, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/lib/api/schema-types';
import { RemoteSelectInput } from '@/lib/fields/remote-select';
import { EditDrawer } from '@/lib/record/edit-drawer';
import { department } from './department.resource';

interface DepartmentFormProps {
  of?: Row;
  parent?: Row;
  onClose: () => void;
}

export function DepartmentForm({ of: edited, parent, onClose }: DepartmentFormProps) {
  const { t } = useTranslation('department');
  const shown = edited ?? { parent_id: parent?.id, parent_name: parent?.name, active: true, position: 0 };
  const select = (path: string, key: string, words: string) => (
    <RemoteSelectInput
      path={path}
      allowClear
      shown={{ [String(shown[key as never])]: String(shown[words as never] ?? '') }}
    />
  );
  return (
    <EditDrawer<Record<string, unknown>>
      resource={department}
      of={edited}
      title={edited ? t('edit_what', { name: department.titleOf(edited) }) : t('create')}
      width={480}
      initial={shown}
      bodyOf={(typed) => Object.fromEntries(Object.entries(typed).map(([key, value]) => [key, value ?? null]))}
      also={['/departments/{id}']}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('name')} rules={[{ required: true, message: t('required') }]}>
        <Input autoFocus />
      </Form.Item>
      {(!edited || edited.parent_id !== null) && (
        <Form.Item name="parent_id" label={t('parent')}>
          {select('/departments', 'parent_id', 'parent_name')}
        </Form.Item>
      )}
      <Form.Item name="manager_id" label={t('manager')}>
        {select('/users', 'manager_id', 'manager_name')}
      </Form.Item>
      <Form.Item name="position" label={t('position')}>
        <InputNumber min={0} />
      </Form.Item>
      <Form.Item name="active" label={t('active')} valuePropName="checked">
        <Switch />
      </Form.Item>
    </EditDrawer>
  );
}
