import { Form, Input, InputNumber, Modal, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { RemoteSelectInput } from '@/lib/fields/remote-select';
import { useLeaveGuard } from '@/lib/record/use-leave-guard';
import { setFieldProblems } from '@/lib/resource/form-problems';
import { useSave } from '@/lib/resource/use-save';
import { useToast } from '@/lib/resource/use-toast';
import { department } from './department.resource';

interface DepartmentFormProps {
  of?: Row;
  parent?: Row;
  onClose: () => void;
}

export function DepartmentForm({ of: edited, parent, onClose }: DepartmentFormProps) {
  const { t } = useTranslation('department');
  const [form] = Form.useForm();
  const guard = useLeaveGuard(() => form.isFieldsTouched());
  const close = () => void guard.leave(onClose);
  const toast = useToast();
  const { save } = useSave(department);
  const [isSaving, setSaving] = useState(false);
  const shown = edited ?? { parent_id: parent?.id, parent_name: parent?.name, active: true, position: 0 };
  const submit = async (values: Record<string, unknown>) => {
    setSaving(true);
    try {
      const body = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value ?? null]));
      if (edited) await save(edited, body);
      else await callPath('post', '/departments', { body });
      invalidate('/departments', '/departments/{id}');
      guard.pass();
      onClose();
    } catch (error) {
      if (!setFieldProblems(form, error)) toast.failed(error);
    } finally {
      setSaving(false);
    }
  };
  const select = (path: string, key: string, words: string) => (
    <RemoteSelectInput
      path={path}
      allowClear
      shown={{ [String(shown[key as never])]: String(shown[words as never] ?? '') }}
    />
  );
  return (
    <Modal
      open
      title={edited ? t('edit_what', { name: department.titleOf(edited) }) : t('create')}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      confirmLoading={isSaving}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form form={form} layout="vertical" initialValues={shown} onFinish={(values) => void submit(values)}>
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
      </Form>
    </Modal>
  );
}
