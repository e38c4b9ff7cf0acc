import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';

export function NameViewDialog({
  initial,
  onName,
  onClose,
}: {
  initial: string;
  onName: (name: string) => Promise<void>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ name: string }>();
  return (
    <Modal
      open
      title={initial ? t('view.rename') : t('view.save_as')}
      okText={t('save')}
      cancelText={t('cancel')}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ name: initial }}
        onFinish={({ name }) => onName(name.trim())}
      >
        <Form.Item name="name" label={t('view.name')} rules={[{ required: true, whitespace: true, max: 60 }]}>
          <Input autoFocus maxLength={60} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
