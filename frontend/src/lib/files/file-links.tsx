import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { download } from '@/lib/format/download';
import { useToast } from '@/lib/resource/use-toast';
import { fetchFile, type SentFile } from './files';
import './files.css';

/** What is attached to something, to be saved. */
export function FileLinks({ record, files }: { record: string; files: SentFile[] }) {
  if (files.length === 0) return null;
  return (
    <p className="gx-files">
      {files.map((file) => (
        <FileLink key={file.id} record={record} file={file} />
      ))}
    </p>
  );
}

interface FileLinkProps {
  record: string;
  file: SentFile;
  type?: 'link';
}

export function FileLink({ record, file: { id, name }, type }: FileLinkProps) {
  const { t } = useTranslation();
  const toast = useToast();
  return (
    <Button
      type={type}
      size="small"
      title={t('files.save', { name })}
      onClick={() => fetchFile(record, id).then((content) => download(name, content), toast.failed)}
    >
      {name}
    </Button>
  );
}
