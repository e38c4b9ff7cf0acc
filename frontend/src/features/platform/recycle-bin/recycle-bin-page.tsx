import { DeleteOutlined, UndoOutlined } from '@ant-design/icons';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Popconfirm, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { invalidate } from '@/lib/api/query';
import { formatDate, formatFullTime, formatTime } from '@/lib/format/date';
import { Endless, useEndless } from '@/lib/list/endless';
import { EmptyState } from '@/lib/list/list-states';
import { Can } from '@/lib/resource/permissions';
import { useToast } from '@/lib/resource/use-toast';
import './recycle-bin.css';

interface Deleted {
  resource: string;
  id: string;
  title: string | null;
  no: string | null;
  owner_name: string | null;
  deleted_at: string;
  deleted_by_name: string | null;
  purged_on: string;
}

const route = getRouteApi('/_app/recycle-bin');
const RESOURCES = ['leads', 'customers', 'contacts', 'custom-fields', 'layouts'] as const;

/** What was deleted, until when it can be had back. */
export function RecycleBinPage() {
  const { t } = useTranslation('recycle_bin');
  const { resource } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useEndless<Deleted>('/recycle-bin', { resource });
  return (
    <main className="gx-page gx-bin">
      <header className="gx-page-head">
        <h1>{t('title')}</h1>
        <Select
          aria-label={t('kind')}
          allowClear
          placeholder={t('all')}
          value={resource}
          options={RESOURCES.map((value) => ({ value, label: t(`of.${value}`) }))}
          onChange={(next?: string) => void navigate({ search: { resource: next }, replace: true })}
        />
      </header>
      <Endless found={found} empty={<EmptyState title={t('empty')} text={t('empty_text')} />}>
        {(it) => <Entry key={it.id} it={it} />}
      </Endless>
    </main>
  );
}

function Entry({ it }: { it: Deleted }) {
  const { t } = useTranslation('recycle_bin');
  const toast = useToast();
  const name = it.title ?? it.no ?? '';
  const path = { resource: it.resource, id: it.id };
  const run = async (work: () => Promise<unknown>, words: string) => {
    try {
      await work();
      toast.done(words);
      invalidate('/recycle-bin', `/${it.resource}`, '/meta/{resource}');
    } catch (error) {
      toast.failed(error);
    }
  };
  return (
    <li>
      <span>
        <b>{name}</b>{' '}
        <span className="gx-faint">{[t(`of.${it.resource}`), it.owner_name].filter(Boolean).join(' · ')}</span>
        <p className="gx-faint" title={formatFullTime(it.deleted_at)}>
          {t('deleted', { name: it.deleted_by_name ?? t('system'), time: formatTime(it.deleted_at) })} ·{' '}
          {t('purged', { date: formatDate(it.purged_on) })}
        </p>
      </span>
      <Space>
        <Can do="recycle_bin:restore">
          <Button
            icon={<UndoOutlined />}
            onClick={() =>
              void run(
                () => callPath('post', '/recycle-bin/{resource}/{id}/restore', { path }),
                t('restored', { name }),
              )
            }
          >
            {t('restore')}
          </Button>
        </Can>
        <Can do="recycle_bin:purge">
          <Popconfirm
            title={t('purge_question', { name })}
            onConfirm={() =>
              void run(() => callPath('delete', '/recycle-bin/{resource}/{id}', { path }), t('purged_now', { name }))
            }
          >
            <Button danger type="text" icon={<DeleteOutlined />} aria-label={t('purge', { name })} />
          </Popconfirm>
        </Can>
      </Space>
    </li>
  );
}
