import { CopyOutlined } from '@ant-design/icons';
import { Alert, Button, Input, Modal, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useToast } from './use-toast';
import './secret-dialog.css';

interface SecretDialogProps {
  title: string;
  /** None in the answer to a request that was sent again: it was shown, or got lost. */
  secret: unknown;
  /** How one gets another one. */
  lost: string;
  onClose: () => void;
}

/** A secret that was just made, seen this once. */
export function SecretDialog({ title, secret, lost, onClose }: SecretDialogProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const isShown = typeof secret === 'string';
  const copy = () =>
    navigator.clipboard.writeText(String(secret)).then(() => toast.done(t('secret.copied')), toast.failed);
  return (
    <Modal
      open
      title={title}
      closable={false}
      maskClosable={false}
      footer={
        <Button type="primary" onClick={onClose}>
          {t(isShown ? 'secret.kept' : 'close')}
        </Button>
      }
    >
      {!isShown && <Alert type="warning" showIcon title={t('secret.gone')} description={lost} />}
      {isShown && (
        <>
          <Alert type="warning" showIcon title={t('secret.once')} />
          <Space.Compact className="gx-secret">
            <Input readOnly autoFocus aria-label={title} value={secret} onFocus={(event) => event.target.select()} />
            <Button icon={<CopyOutlined />} onClick={() => void copy()}>
              {t('secret.copy')}
            </Button>
          </Space.Compact>
        </>
      )}
    </Modal>
  );
}
