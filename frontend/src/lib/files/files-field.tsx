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
}

/** Files that go along; each is sent as soon as it is chosen. */
export function FilesField({ value = [], onChange, most }: FilesFieldProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(0);

  const send = async (chosen: File[]) => {
    let files = value;
    setSending(chosen.length);
    for (const file of chosen.slice(0, most - value.length)) {
      try {
        files = [...files, await sendFile(file)];
        onChange?.(files);
      } catch (error) {
        toast.failed(error);
      }
    }
    setSending(0);
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
          loading={sending > 0}
          onClick={() => input.current?.click()}
        >
          {t('files.attach')}
        </Button>
      )}
    </div>
  );
}
