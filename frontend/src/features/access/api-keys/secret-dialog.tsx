import { CopyOutlined } from '@ant-design/icons';
import { Alert, Button, Input, Modal, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useToast } from '@/lib/resource/use-toast';

/** The secret of a new key, seen this once. */
export function SecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useTranslation('api_key');
  const toast = useToast();
  const copy = () => navigator.clipboard.writeText(secret).then(() => toast.done(t('copied')), toast.failed);
  return (
    <Modal
      open
      title={t('secret')}
      closable={false}
      maskClosable={false}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('secret_kept')}
        </Button>
      }
    >
      <Alert type="warning" showIcon title={t('secret_once')} />
      <Space.Compact className="gx-secret">
        <Input readOnly autoFocus aria-label={t('secret')} value={secret} onFocus={(event) => event.target.select()} />
        <Button icon={<CopyOutlined />} onClick={() => void copy()}>
          {t('copy')}
        </Button>
      </Space.Compact>
    </Modal>
  );
}
