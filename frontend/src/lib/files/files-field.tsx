import { CloseOutlined, PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '@/lib/resource/use-toast';
import { FileLink } from './file-links';
import { awaited, MEGABYTES, type SentFile, sendFile, sortOut } from './files';
import './files.css';

interface FilesFieldProps {
  /** Given by `Form.Item`. */
  value?: SentFile[];
  onChange?: (files: SentFile[]) => void;
  most: number;
  isImage?: boolean;
  /** The path of the record that holds them already. */
  record?: string;
  /** Told while files are on their way. */
  onSending?: (isSending: boolean) => void;
}

/** Files that go along; each is sent as soon as it is chosen. */
export function FilesField({ value = [], onChange, most, isImage, record, onSending }: FilesFieldProps) {
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
      onSending?.(now);
    };
    const { taken, tooLarge, tooMany } = sortOut(chosen, most - value.length);
    for (const { name } of tooLarge) toast.refused(t('files.too_large', { name, count: MEGABYTES }));
    if (tooMany.length > 0) {
      const names = tooMany.map(({ name }) => name).join(t('separator'));
      toast.refused(t('files.beyond', { count: most, names }));
    }
    tell(true);
    for (const file of taken) {
      try {
        const sent = await sendFile(file);
        current.current = [...current.current, sent];
        onChange?.(current.current);
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
        accept={isImage ? 'image/*' : undefined}
        aria-label={t('files.attach')}
        onChange={({ target }) => {
          void awaited(send([...(target.files ?? [])]));
          target.value = '';
        }}
      />
      {value.map((file) => (
        <span key={file.id} className="gx-file">
          {record ? <FileLink record={record} file={file} type="link" /> : file.name}
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={t('files.remove', { name: file.name })}
            onClick={() => onChange?.(value.filter((it) => it.id !== file.id))}
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
          {t(isImage ? 'files.pictures' : 'files.attach')}
        </Button>
      )}
      <small className="gx-faint">{t('files.limit', { count: most, size: MEGABYTES })}</small>
    </div>
  );
}
