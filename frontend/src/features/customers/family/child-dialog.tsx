import { Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { isProblem } from '@/lib/api/problem';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { RecordSelect } from '@/lib/fields/record-select';
import type { RecordState } from '@/lib/resource/use-record';
import { useSave } from '@/lib/resource/use-save';
import { useToast } from '@/lib/resource/use-toast';
import { customer } from '../customer.resource';
import { HIERARCHY } from './hierarchy';

/** Puts another customer below this one. */
export function ChildDialog({ of: record, onClose }: { of: RecordState; onClose: () => void }) {
  const { t } = useTranslation('customer');
  const [form] = Form.useForm<{ child: string }>();
  const toast = useToast();
  const { save } = useSave(customer);
  const [isSaving, setSaving] = useState(false);
  const submit = async ({ child }: { child: string }) => {
    setSaving(true);
    try {
      const row = await callPath<Row>('get', customer.item, { path: { id: child } });
      await save(row, { parent_id: record.id });
      invalidate(HIERARCHY);
      onClose();
    } catch (error) {
      if (isProblem(error, 409, 422)) form.setFields([{ name: 'child', errors: [error.message] }]);
      else toast.failed(error);
    } finally {
      setSaving(false);
    }
  };
  return (
    <Modal
      open
      title={t('family.add_child')}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      confirmLoading={isSaving}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={submit}>
        <Form.Item
          name="child"
          label={t('family.child')}
          rules={[{ required: true, message: t('family.customer_required') }]}
        >
          <RecordSelect path="/customers" autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}
