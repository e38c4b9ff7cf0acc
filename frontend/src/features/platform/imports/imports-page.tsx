import { DownloadOutlined, FileExcelOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Segmented, Skeleton, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath, request, urlOf } from '@/lib/api/client';
import { problemFrom } from '@/lib/api/problem';
import { formatTime } from '@/lib/format/date';
import { download } from '@/lib/format/download';
import { EmptyState, Failure } from '@/lib/list/list-states';
import { useCan } from '@/lib/resource/permissions';
import { useToast } from '@/lib/resource/use-toast';
import { IMPORTABLE, type ImportState } from './import-state';
import { ImportStatusTag } from './import-status-tag';
import './imports.css';

const route = getRouteApi('/_app/imports/');

/** Bring a sheet, or come back to one that was brought. */
export function ImportsPage() {
  const { t } = useTranslation('import');
  const can = useCan();
  const { resource: asked } = route.useSearch();
  const navigate = route.useNavigate();
  const choices = IMPORTABLE.filter(({ key }) => can(`${key}:import`));
  const resource = choices.find((it) => it.resource === asked)?.resource ?? choices[0]?.resource;
  if (!resource) return <EmptyState title={t('denied')} />;
  return (
    <main className="gx-page gx-imports">
      <header className="gx-page-head">
        <h1>{t('title')}</h1>
      </header>
      <Segmented
        value={resource}
        options={choices.map((it) => ({ value: it.resource, label: t(`of.${it.resource}`) }))}
        onChange={(next) => void navigate({ search: { resource: next }, replace: true })}
      />
      <UploadSheet key={resource} resource={resource} />
      <Former />
    </main>
  );
}

function UploadSheet({ resource }: { resource: string }) {
  const { t } = useTranslation('import');
  const toast = useToast();
  const navigate = useNavigate();
  const [isSending, setSending] = useState(false);
  const send = async (file: File) => {
    setSending(true);
    try {
      const answer = await request(urlOf('/imports', {}, { resource, filename: file.name }), {
        method: 'POST',
        headers: { 'Content-Type': 'application/octet-stream' },
        body: file,
      });
      if (!answer.ok) throw await problemFrom(answer);
      const { id } = (await answer.json()) as ImportState;
      await navigate({ to: '/imports/$id' as string, params: { id } as never });
    } catch (error) {
      toast.failed(error);
    } finally {
      setSending(false);
    }
  };
  const template = async () => {
    try {
      const answer = await request(urlOf('/imports/template', {}, { resource }));
      if (!answer.ok) throw await problemFrom(answer);
      download(`${t(`of.${resource}`)}-${t('template_file')}.xlsx`, await answer.blob());
    } catch (error) {
      toast.failed(error);
    }
  };
  return (
    <section className="gx-import-drop">
      <Upload.Dragger
        accept=".xlsx,.csv"
        showUploadList={false}
        disabled={isSending}
        beforeUpload={(file) => {
          void send(file);
          return false;
        }}
      >
        <p className="gx-import-icon">
          <FileExcelOutlined />
        </p>
        <p>{isSending ? t('sending') : t('drop')}</p>
        <p className="gx-faint">{t('limits')}</p>
      </Upload.Dragger>
      <Button type="link" icon={<DownloadOutlined />} onClick={() => void template()}>
        {t('template')}
      </Button>
    </section>
  );
}

function Former() {
  const { t } = useTranslation('import');
  const found = useQuery({
    queryKey: ['/imports', {}],
    queryFn: ({ signal }) => callPath<{ items: ImportState[] }>('get', '/imports', { query: { limit: 20 }, signal }),
  });
  if (found.isPending) return <Skeleton active />;
  if (found.error) return <Failure error={found.error} retry={() => void found.refetch()} />;
  if (found.data.items.length === 0) return null;
  return (
    <section aria-label={t('former')}>
      <h2>{t('former')}</h2>
      <ul className="gx-import-list">
        {found.data.items.map((it) => (
          <li key={it.id}>
            <Link to={'/imports/$id' as string} params={{ id: it.id } as never}>
              {it.filename || t(`of.${it.resource}`)}
            </Link>
            <ImportStatusTag of={it} />
            <span className="gx-faint">
              {[t(`of.${it.resource}`), it.created_by_name, formatTime(it.created_at)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
