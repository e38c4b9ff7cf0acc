import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { download } from '@/lib/format/download';
import { useToast } from '@/lib/resource/use-toast';
import { fetchFile, type SentFile } from './files';
import './files.css';

/** What is attached to something, to be saved. */
export function FileLinks({ record, files }: { record: string; files: SentFile[] }) {
  const { t } = useTranslation();
  const toast = useToast();
  if (files.length === 0) return null;
  return (
    <p className="gx-files">
      {files.map(({ id, name }) => (
        <Button
          key={id}
          size="small"
          title={t('files.save', { name })}
          onClick={() => fetchFile(record, id).then((content) => download(name, content), toast.failed)}
        >
          {name}
        </Button>
      ))}
    </p>
  );
}
