import { CloseOutlined, PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '@/lib/resource/use-toast';
import { type SentFile, sendFile } from './files';
import './files.css';

interface FilesFieldProps {
  /** Given by `Form.Item`. */
  value?: SentFile[];
  onChange?: (files: SentFile[]) => void;
  most: number;
  /** Told while files are on their way: what is saved meanwhile would leave them behind. */
  onSending: (isSending: boolean) => void;
}

/** Files that go along; each is sent as soon as it is chosen. */
export function FilesField({ value = [], onChange, most, onSending }: FilesFieldProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const input = useRef<HTMLInputElement>(null);
  const [isSending, setSending] = useState(false);
  // What there is when a file arrives, not when it was chosen.
  const current = useRef(value);
  current.current = value;

  const send = async (chosen: File[]) => {
    const tell = (now: boolean) => {
      setSending(now);
      onSending(now);
    };
    tell(true);
    for (const file of chosen.slice(0, most - value.length)) {
      try {
        const sent = await sendFile(file);
        onChange?.([...current.current, sent]);
      } catch (error) {
        toast.failed(error);
      }
    }
    tell(false);
  };

  return (
    <div className="gx-files">
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('files.attach')}
        onChange={({ target }) => {
          void send([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      {value.map(({ id, name }) => (
        <span key={id} className="gx-file">
          {name}
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={t('files.remove', { name })}
            onClick={() => onChange?.(value.filter((it) => it.id !== id))}
          />
        </span>
      ))}
      {value.length < most && (
        <Button
          type="text"
          size="small"
          icon={<PaperClipOutlined />}
          loading={isSending}
          onClick={() => input.current?.click()}
        >
          {t('files.attach')}
        </Button>
      )}
    </div>
  );
}
