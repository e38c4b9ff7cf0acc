import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/lib/api/schema-types';
import { RemoteSelectInput } from '@/lib/fields/remote-select';
import { EditDrawer } from '@/lib/record/edit-drawer';
import { PasswordFields } from './password-fields';
import { user } from './user.resource';

interface UserFormProps {
  /** Who is edited; a new person without. */
  of?: Row;
  onClose: () => void;
}

/** Who somebody is, where he works and which roles he has. */
export function UserForm({ of: edited, onClose }: UserFormProps) {
  const { t } = useTranslation('user');
  const required = [{ required: true, message: t('required') }];
  const names = (ids: unknown, words: unknown) =>
    Object.fromEntries([ids].flat().map((id, at) => [String(id), String([words].flat()[at] ?? '')]));
  return (
    <EditDrawer
      resource={user}
      of={edited}
      title={edited ? t('edit') : t('create')}
      width={520}
      initial={edited}
      bodyOf={(typed) => Object.fromEntries(Object.entries(typed).map(([key, value]) => [key, value || null]))}
      unique="login"
      onClose={onClose}
    >
      <Form.Item name="name" label={t('name')} rules={required}>
        <Input autoFocus />
      </Form.Item>
      <Form.Item name="login" label={t('login')} rules={required}>
        <Input autoComplete="off" />
      </Form.Item>
      {!edited && <PasswordFields />}
      <Form.Item name="department_id" label={t('department')} rules={required}>
        <RemoteSelectInput path="/departments" shown={names(edited?.department_id, edited?.department_name)} />
      </Form.Item>
      <Form.Item name="role_ids" label={t('roles')} rules={required}>
        <RemoteSelectInput path="/roles" isMany shown={names(edited?.role_ids, edited?.role_names)} />
      </Form.Item>
      <Form.Item name="superior_id" label={t('superior')}>
        <RemoteSelectInput path="/users" allowClear shown={names(edited?.superior_id, edited?.superior_name)} />
      </Form.Item>
      <Form.Item name="mobile" label={t('mobile')}>
        <Input />
      </Form.Item>
      <Form.Item name="email" label={t('email')}>
        <Input />
      </Form.Item>
    </EditDrawer>
  );
}
