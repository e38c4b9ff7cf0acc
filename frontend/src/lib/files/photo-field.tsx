import { CameraOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '@/lib/resource/use-toast';
import { sendFile } from './files';
import { Picture } from './picture';
import './files.css';

interface PhotoFieldProps {
  /** Given by `Form.Item`. */
  value?: string;
  onChange?: (id: string) => void;
}

/** A photo of the place; on a phone it is taken now. */
export function PhotoField({ value, onChange }: PhotoFieldProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const input = useRef<HTMLInputElement>(null);
  const [isSending, setSending] = useState(false);
  const [taken, setTaken] = useState<File>();
  const send = async (file: File | undefined) => {
    if (!file) return;
    setSending(true);
    try {
      onChange?.((await sendFile(file)).id);
      setTaken(file);
    } catch (error) {
      toast.failed(error);
    } finally {
      setSending(false);
    }
  };
  return (
    <div className="gx-files">
      <input
        ref={input}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label={t('files.photo')}
        onChange={({ target }) => void send(target.files?.[0])}
      />
      {value && taken && <Picture content={taken} label={t('files.photo')} />}
      <Button icon={<CameraOutlined />} loading={isSending} onClick={() => input.current?.click()}>
        {t(value ? 'files.photo_again' : 'files.photo_take')}
      </Button>
    </div>
  );
}
