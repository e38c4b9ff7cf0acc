import { Button, Drawer, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { RemoteSelectInput } from '@/lib/fields/remote-select';
import { useIsWide } from '@/lib/format/use-media';
import { useLeaveGuard } from '@/lib/record/use-leave-guard';
import { setFieldProblems } from '@/lib/resource/form-problems';
import { useSave } from '@/lib/resource/use-save';
import { useToast } from '@/lib/resource/use-toast';
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
  const [form] = Form.useForm();
  const guard = useLeaveGuard(() => form.isFieldsTouched());
  const close = () => void guard.leave(onClose);
  const isWide = useIsWide();
  const toast = useToast();
  const { save } = useSave(user);
  const [isSaving, setSaving] = useState(false);
  const required = [{ required: true, message: t('required') }];
  const submit = async (values: Record<string, unknown>) => {
    setSaving(true);
    try {
      const body = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value || null]));
      if (edited) await save(edited, body);
      else await callPath('post', '/users', { body });
      invalidate('/users', '/users/{id}');
      guard.pass();
      onClose();
    } catch (error) {
      if (!setFieldProblems(form, error)) toast.failed(error);
    } finally {
      setSaving(false);
    }
  };
  const names = (ids: unknown, words: unknown) =>
    Object.fromEntries([ids].flat().map((id, at) => [String(id), String([words].flat()[at] ?? '')]));
  return (
    <Drawer
      open
      title={edited ? t('edit') : t('create')}
      size={isWide ? 520 : '100%'}
      onClose={close}
      maskClosable={false}
      footer={
        <div className="gx-form-foot">
          <Button onClick={close}>{t('common:cancel')}</Button>
          <Button type="primary" loading={isSaving} onClick={() => form.submit()}>
            {t('common:save')}
          </Button>
        </div>
      }
    >
      <Form form={form} layout="vertical" initialValues={edited} onFinish={(values) => void submit(values)}>
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
      </Form>
    </Drawer>
  );
}
