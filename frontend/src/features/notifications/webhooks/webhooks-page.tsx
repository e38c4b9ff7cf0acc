import { DeleteOutlined, EditOutlined, PlusOutlined, UnorderedListOutlined } from '@ant-design/icons';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Popconfirm } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { StatusTag } from '@/lib/fields/status-tag';
import { listOf } from '@/lib/fields/tags';
import { formatTime } from '@/lib/format/date';
import { Endless, useEndless } from '@/lib/list/endless';
import { EmptyState } from '@/lib/list/list-states';
import { useCan } from '@/lib/resource/permissions';
import { useToast } from '@/lib/resource/use-toast';
import { useEvents } from '../events';
import { EVERY, webhook } from './webhook';
import './webhooks.css';

const route = getRouteApi('/_app/settings/webhooks');
const WebhookDrawer = lazy(() => import('./webhook-drawer').then((it) => ({ default: it.WebhookDrawer })));
const DeliveriesDrawer = lazy(() => import('./deliveries-drawer').then((it) => ({ default: it.DeliveriesDrawer })));
const SecretDialog = lazy(() => import('@/lib/resource/secret-dialog').then((it) => ({ default: it.SecretDialog })));

const COLORS: Record<string, string> = { active: 'green', dead: 'red' };

/** Which other programs are told of what. */
export function WebhooksPage() {
  const { t } = useTranslation('webhook');
  const can = useCan();
  const { edit, log } = route.useSearch();
  const navigate = route.useNavigate();
  const [made, setMade] = useState<{ secret: unknown }>();
  const found = useEndless<Row>(webhook.list, { sort: '-created_at' });
  const edited = found.items.find((it) => it.id === edit);
  const logged = found.items.find((it) => it.id === log);
  const open = (id: string | undefined) => void navigate({ search: { edit: id } });
  const create = can('webhook:create') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => open('new')}>
      {t('create')}
    </Button>
  );
  return (
    <section className="gx-page gx-webhooks">
      <header className="gx-page-head">
        <h1>{t('title')}</h1>
        {create}
      </header>
      <p className="gx-faint">{t('text')}</p>
      <Endless
        found={found}
        empty={
          <EmptyState title={t('empty')} text={t('empty_text')}>
            {create}
          </EmptyState>
        }
      >
        {(it) => (
          <WebhookRow
            key={it.id}
            it={it}
            onEdit={() => open(it.id)}
            onLog={() => void navigate({ search: { log: it.id } })}
          />
        )}
      </Endless>
      <Suspense fallback={null}>
        {(edit === 'new' ? create : edited) && (
          <WebhookDrawer key={edit} of={edited} onMade={setMade} onClose={() => open(undefined)} />
        )}
        {logged && <DeliveriesDrawer of={logged} onClose={() => open(undefined)} />}
        {made && (
          <SecretDialog
            title={t('secret')}
            secret={made.secret}
            lost={t('secret_lost')}
            onClose={() => setMade(undefined)}
          />
        )}
      </Suspense>
    </section>
  );
}

function WebhookRow({ it, onEdit, onLog }: { it: Row; onEdit: () => void; onLog: () => void }) {
  const { t } = useTranslation('webhook');
  const toast = useToast();
  const { nameOf } = useEvents();
  const name = String(it.name);
  const status = String(it.status ?? (it.is_active === false ? 'paused' : 'active'));
  const events = listOf(it.events);
  const can = new Set(it.allowed_actions);
  const remove = async () => {
    try {
      await callPath('delete', webhook.item, { path: { id: it.id }, ifMatch: it.version });
      invalidate(webhook.list);
      toast.done(t('removed', { name }));
    } catch (error) {
      toast.failed(error);
    }
  };
  return (
    <li>
      <div>
        <h2>
          {name} <StatusTag color={COLORS[status]}>{t(`status.${status}`)}</StatusTag>
        </h2>
        <p>
          <code>{String(it.url)}</code>
        </p>
        <p className="gx-faint">
          {events.includes(EVERY) ? t('every') : events.map(nameOf).join(t('common:separator'))}
          {it.owner_name ? ` · ${t('owner', { name: it.owner_name })}` : ''}
          {it.failing_since ? ` · ${t('failing', { time: formatTime(it.failing_since) })}` : ''}
        </p>
      </div>
      <span>
        <Button
          type="text"
          icon={<UnorderedListOutlined />}
          title={t('log')}
          aria-label={t('log_of', { name })}
          onClick={onLog}
        />
        {can.has('update') && (
          <Button type="text" icon={<EditOutlined />} aria-label={t('edit_what', { name })} onClick={onEdit} />
        )}
        {can.has('delete') && (
          <Popconfirm
            title={t('remove_question', { name })}
            okText={t('common:delete')}
            cancelText={t('common:cancel')}
            onConfirm={() => void remove()}
          >
            <Button type="text" danger icon={<DeleteOutlined />} aria-label={t('remove_what', { name })} />
          </Popconfirm>
        )}
      </span>
    </li>
  );
}
