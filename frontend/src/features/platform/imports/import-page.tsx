import { DownloadOutlined, LeftOutlined } from '@ant-design/icons';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Alert, Button, Popconfirm, Progress, Skeleton, Space } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { request, urlOf } from '@/lib/api/client';
import { problemFrom } from '@/lib/api/problem';
import { download } from '@/lib/format/download';
import { Failure } from '@/lib/list/list-states';
import { useToast } from '@/lib/resource/use-toast';
import { ImportMapping } from './import-mapping';
import { ImportRows } from './import-rows';
import type { ImportCounts, ImportState } from './import-state';
import { ImportStatusTag } from './import-status-tag';
import { useImport } from './use-import';
import './imports.css';

const ImportOptions = lazy(() => import('./import-options').then((it) => ({ default: it.ImportOptions })));
const route = getRouteApi('/_app/imports/$id');

/** One import from mapping to result; what is shown follows from its state, so it can be left and opened again. */
export function ImportPage() {
  const { t } = useTranslation('import');
  const { id } = route.useParams();
  const { data, error, refetch, isWorking, plan, act } = useImport(id);
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active className="gx-page" />;
  const isOpen = ['uploaded', 'mapped', 'checked'].includes(data.status) && !isWorking;
  // What was checked is looked at first; it may be planned otherwise below.
  const isChecked = data.status === 'checked';
  const planning = (
    <>
      <ImportMapping key={data.id} of={data} onChange={(mapping) => void plan({ mapping })} />
      <Suspense fallback={<Skeleton active />}>
        <ImportOptions of={data} onChange={(change) => void plan(change)} />
      </Suspense>
    </>
  );
  const hasResult = data.counts.created + data.counts.updated + data.counts.skipped + data.counts.failed > 0;
  return (
    <main className="gx-page gx-imports">
      <header className="gx-page-head">
        <Link to={'/imports' as string} search={{ resource: data.resource } as never} aria-label={t('back')}>
          <LeftOutlined />
        </Link>
        <h1>{data.filename || t(`of.${data.resource}`)}</h1>
        <ImportStatusTag of={data} />
      </header>
      {isWorking && <Working of={data} />}
      {data.error && <Alert type="error" showIcon title={data.error} />}
      {hasResult && <Counts of={data.counts} isForecast={isChecked} />}
      {isOpen && !isChecked && planning}
      <Steps of={data} isWorking={isWorking} act={(name) => void act(name)} />
      {!isWorking && data.status !== 'uploaded' && data.status !== 'mapped' && <ImportRows of={data} />}
      {isOpen && isChecked && (
        <details>
          <summary>{t('plan_again')}</summary>
          {planning}
        </details>
      )}
    </main>
  );
}

function Working({ of: it }: { of: ImportState }) {
  const { t } = useTranslation('import');
  const total = Math.max(it.counts.total, 1);
  return (
    <section className="gx-import-working" aria-live="polite">
      <p>
        {t(`working.${it.working}`)} {it.processed} / {it.counts.total}
      </p>
      <Progress percent={Math.floor((100 * it.processed) / total)} status="active" />
      <p className="gx-faint">{t('may_close')}</p>
    </section>
  );
}

const KINDS = ['created', 'updated', 'skipped', 'failed'] as const;

function Counts({ of: counts, isForecast }: { of: ImportCounts; isForecast: boolean }) {
  const { t } = useTranslation('import');
  return (
    <dl className="gx-import-counts" aria-label={isForecast ? t('forecast') : t('result')}>
      {KINDS.map((kind) => (
        <div key={kind} data-kind={counts[kind] > 0 ? kind : undefined}>
          <dt>{isForecast ? t(`would.${kind}`) : t(`did.${kind}`)}</dt>
          <dd>{counts[kind]}</dd>
        </div>
      ))}
    </dl>
  );
}

function Steps({ of: it, isWorking, act }: { of: ImportState; isWorking: boolean; act: (name: string) => void }) {
  const { t } = useTranslation('import');
  const toast = useToast();
  const may = (name: string) => it.allowed_actions.includes(name);
  const fetchResult = async () => {
    try {
      const answer = await request(urlOf('/imports/{id}/result', { id: it.id }));
      if (!answer.ok) throw await problemFrom(answer);
      download(`${it.filename.replace(/\.[^.]*$/, '')}-${t('result')}.xlsx`, await answer.blob());
    } catch (error) {
      toast.failed(error);
    }
  };
  const isOver = ['done', 'partly_failed', 'cancelled', 'undone'].includes(it.status);
  return (
    <Space wrap className="gx-import-steps">
      {!isWorking && may('run') && (
        <Button type="primary" onClick={() => act('run')}>
          {t('run')}
        </Button>
      )}
      {!isWorking && (may('check') || it.status === 'uploaded') && (
        <Button type={may('run') ? 'default' : 'primary'} onClick={() => act('check')}>
          {t(may('run') ? 'check_again' : 'check')}
        </Button>
      )}
      {may('cancel') && (
        <Button danger onClick={() => act('cancel')}>
          {t(isWorking ? 'stop' : 'discard')}
        </Button>
      )}
      {(isOver || it.status === 'checked') && (
        <Button icon={<DownloadOutlined />} onClick={() => void fetchResult()}>
          {t('fetch_result')}
        </Button>
      )}
      {!isWorking && may('undo') && (
        <Popconfirm title={t('undo_question')} onConfirm={() => act('undo')}>
          <Button>{t('undo')}</Button>
        </Popconfirm>
      )}
      {isOver && <Link to={`/${it.resource}` as string}>{t('open_list', { what: t(`of.${it.resource}`) })}</Link>}
    </Space>
  );
}
