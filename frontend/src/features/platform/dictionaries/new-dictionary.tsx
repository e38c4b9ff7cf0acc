import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { setFieldProblems } from '@/lib/resource/form-problems';
import { useToast } from '@/lib/resource/use-toast';

/** A list of words of one's own. */
export function NewDictionary({ onClose, onCreated }: { onClose: () => void; onCreated: (code: string) => void }) {
  const { t } = useTranslation('dictionary');
  const [form] = Form.useForm();
  const toast = useToast();
  const required = [{ required: true, whitespace: true, message: t('required') }];
  const submit = async (body: Record<string, unknown>) => {
    try {
      const made = await callPath<Row>('post', '/dictionaries', { body: { ...body, items: [] } });
      invalidate('/dictionaries');
      onClose();
      onCreated(String(made.code));
    } catch (error) {
      if (!setFieldProblems(form, error)) toast.failed(error);
    }
  };
  return (
    <Modal
      open
      title={t('create')}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={submit}>
        <Form.Item name="name" label={t('zh')} rules={required}>
          <Input autoFocus maxLength={200} />
        </Form.Item>
        <Form.Item name="name_en" label={t('en')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item
          name="code"
          label={t('code')}
          extra={t('list_code_text')}
          rules={[...required, { pattern: /^[a-z][a-z0-9_]{1,39}$/, message: t('list_code_text') }]}
        >
          <Input maxLength={40} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
