import { CopyOutlined } from '@ant-design/icons';
import { Alert, Button, Input, Modal, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useToast } from './use-toast';
import './secret-dialog.css';

interface SecretDialogProps {
  title: string;
  secret: string;
  onClose: () => void;
}

/** A secret that was just made, seen this once. */
export function SecretDialog({ title, secret, onClose }: SecretDialogProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const copy = () => navigator.clipboard.writeText(secret).then(() => toast.done(t('secret.copied')), toast.failed);
  return (
    <Modal
      open
      title={title}
      closable={false}
      maskClosable={false}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('secret.kept')}
        </Button>
      }
    >
      <Alert type="warning" showIcon title={t('secret.once')} />
      <Space.Compact className="gx-secret">
        <Input readOnly autoFocus aria-label={title} value={secret} onFocus={(event) => event.target.select()} />
        <Button icon={<CopyOutlined />} onClick={() => void copy()}>
          {t('secret.copy')}
        </Button>
      </Space.Compact>
    </Modal>
  );
}
