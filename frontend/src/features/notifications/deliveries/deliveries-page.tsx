import { ReloadOutlined } from '@ant-design/icons';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { StatusTag } from '@/lib/fields/status-tag';
import { formatFullTime, formatTime } from '@/lib/format/date';
import { Endless, useEndless } from '@/lib/list/endless';
import { EmptyState } from '@/lib/list/list-states';
import { useToast } from '@/lib/resource/use-toast';
import { useChannelWords } from '../channel-words';
import { useEvents } from '../events';
import { useTrouble } from '../trouble';
import '../rules/rules.css';

const LIST = '/notification-deliveries';
const STATES = ['failed', 'queued', 'simulated', 'sent'] as const;
const COLORS: Record<string, string> = { failed: 'red', queued: 'gold', sent: 'green', simulated: 'cyan' };
const route = getRouteApi('/_app/settings/notification-deliveries');

/** How messages went out, those that did not first. */
export function DeliveriesPage() {
  const { t } = useTranslation('notification_rule');
  const { status = 'failed' } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useEndless<Row>(LIST, { sort: '-created_at', ...(status !== 'all' && { status }) });
  return (
    <section className="gx-page gx-notice-rules">
      <header className="gx-page-head">
        <h1>{t('deliveries')}</h1>
      </header>
      <p className="gx-faint">{t('deliveries_text')}</p>
      <Segmented
        value={status}
        aria-label={t('status_label')}
        options={[...STATES, 'all' as const].map((value) => ({ value, label: t(`status.${value}`) }))}
        onChange={(next) => void navigate({ search: { status: next === 'failed' ? undefined : next }, replace: true })}
      />
      <Endless found={found} empty={<EmptyState title={t(status === 'failed' ? 'none_failed' : 'none_sent')} />}>
        {(it) => <DeliveryRow key={it.id} it={it} />}
      </Endless>
    </section>
  );
}

function DeliveryRow({ it }: { it: Row }) {
  const { t } = useTranslation('notification_rule');
  const channelWords = useChannelWords();
  const troubleOf = useTrouble();
  const toast = useToast();
  const { nameOf } = useEvents();
  const status = String(it.status);
  const retry = async () => {
    try {
      await callPath('post', `${LIST}/{id}/retry`, { path: { id: it.id } });
      invalidate(LIST);
      toast.done(t('retried'));
    } catch (error) {
      toast.failed(error);
    }
  };
  const facts = [
    nameOf(String(it.event)),
    channelWords(it.channel),
    it.recipient_name,
    it.address,
    t('tries', { count: Number(it.tries) }),
  ];
  return (
    <li>
      <div>
        <h2>
          {String(it.subject)} <StatusTag color={COLORS[status]}>{t(`status.${status}`)}</StatusTag>
        </h2>
        <p className="gx-faint">
          {facts.filter(Boolean).join(' · ')} ·{' '}
          <time title={formatFullTime(it.created_at)}>{formatTime(it.created_at)}</time>
          {it.next_try_at ? ` · ${t('next_try', { time: formatTime(it.next_try_at) })}` : ''}
        </p>
        {typeof it.error === 'string' && <p className="gx-notice-error">{troubleOf(it.error)}</p>}
      </div>
      {it.allowed_actions.includes('retry') && (
        <Button icon={<ReloadOutlined />} onClick={() => void retry()}>
          {t('retry')}
        </Button>
      )}
    </li>
  );
}
