import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath, request, urlOf } from '@/lib/api/client';
import { problemFrom } from '@/lib/api/problem';
import { download } from '@/lib/format/download';
import { MenuButton } from '@/lib/menu/menu-button';
import { nameOf } from '@/lib/resource/define-resource';
import { useCan } from '@/lib/resource/permissions';
import type { ListState } from '@/lib/resource/use-resource-list';
import { useToast } from '@/lib/resource/use-toast';

interface Export {
  id: string;
  status: string;
  progress?: number;
  filename?: string;
}

const FORMATS = ['xlsx', 'csv'] as const;
const PAUSE = 800;

/** What the list shows, as a file: the same filter and columns, made by the server, fetched when it is there. */
export function ExportRecords({ list }: { list: ListState }) {
  const { t } = useTranslation();
  const can = useCan();
  const toast = useToast();
  const [isRunning, setRunning] = useState(false);
  const { resource } = list;
  if (!can(`${resource.key}:export`)) return null;

  const run = async (format: (typeof FORMATS)[number]) => {
    setRunning(true);
    try {
      const { filter, sort, q } = list.rowsKey;
      const fields = list.shownColumns.map((it) => it.key);
      const body = { resource: nameOf(resource), format, filter, sort, q, fields };
      let job = await callPath<Export>('post', '/exports', { body });
      while (job.status === 'waiting' || job.status === 'running') {
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
        job = await callPath<Export>('get', '/exports/{id}', { path: { id: job.id } });
      }
      if (job.status !== 'done') throw new Error(job.status);
      const file = await request(urlOf('/exports/{id}/file', { id: job.id }));
      if (!file.ok) throw await problemFrom(file);
      download(job.filename ?? `${nameOf(resource)}.${format}`, await file.blob());
      toast.done(t('export.done'));
    } catch (error) {
      toast.failed(error);
    } finally {
      setRunning(false);
    }
  };
  return (
    <MenuButton
      items={FORMATS.map((it) => ({ key: it, label: t(`export.${it}`) }))}
      onChoose={(key) => void run(key as (typeof FORMATS)[number])}
      trigger={(props) => (
        <Button icon={<DownloadOutlined />} loading={isRunning} aria-label={t('export.title')} {...props}>
          <span className="gx-wide-only">{t('export.title')}</span>
        </Button>
      )}
    />
  );
}
