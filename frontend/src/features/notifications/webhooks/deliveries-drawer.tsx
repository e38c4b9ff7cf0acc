import { RedoOutlined, SendOutlined } from '@ant-design/icons';
import { Button, Drawer, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { StatusTag } from '@/lib/fields/status-tag';
import { formatFullTime, formatTime, today } from '@/lib/format/date';
import { useIsWide } from '@/lib/format/use-media';
import { Endless, useEndless } from '@/lib/list/endless';
import { EmptyState } from '@/lib/list/list-states';
import { useToast } from '@/lib/resource/use-toast';
import { useEvents } from '../events';
import { useTrouble } from '../trouble';
import { type Delivery, webhook } from './webhook';

const COLORS: Record<string, string> = { sent: 'green', dead: 'red', queued: 'gold' };

/** What a program was told, what it answered, and the way to tell it again. */
export function DeliveriesDrawer({ of: it, onClose }: { of: Row; onClose: () => void }) {
  const { t } = useTranslation('webhook');
  const toast = useToast();
  const isWide = useIsWide();
  const can = new Set(it.allowed_actions);
  const list = `/webhooks/${it.id}/deliveries`;
  const found = useEndless<Delivery>(list, {});
  const [isTesting, setTesting] = useState(false);
  const post = async (verb: string, body: unknown, words: (answer: { replayed?: number }) => string) => {
    try {
      const answer = await callPath<{ replayed?: number }>('post', `${webhook.item}/${verb}`, {
        path: { id: it.id },
        body,
      });
      invalidate(list, webhook.list);
      toast.done(words(answer));
    } catch (error) {
      toast.failed(error);
    }
  };
  const test = async () => {
    setTesting(true);
    await post('test', undefined, () => t('tested'));
    setTesting(false);
  };
  const replay = (body: { ids: string[] } | { since: string }) =>
    void post('replay', body, ({ replayed = 0 }) => t('replayed', { count: replayed }));
  return (
    <Drawer
      open
      title={t('log_of', { name: String(it.name) })}
      size={isWide ? 680 : '100%'}
      onClose={onClose}
      extra={
        <Button loading={found.isFetching} onClick={() => void found.refetch()}>
          {t('refresh')}
        </Button>
      }
    >
      <div className="gx-webhook-tools">
        {can.has('test') && (
          <Button icon={<SendOutlined />} loading={isTesting} onClick={() => void test()}>
            {t('test')}
          </Button>
        )}
        {can.has('replay') && (
          <Popconfirm
            title={t('replay_today_question')}
            okText={t('replay')}
            cancelText={t('common:cancel')}
            onConfirm={() => replay({ since: today().format() })}
          >
            <Button icon={<RedoOutlined />}>{t('replay_today')}</Button>
          </Popconfirm>
        )}
      </div>
      <div className="gx-webhook-log">
        <Endless found={found} empty={<EmptyState title={t('log_empty')} />}>
          {(one) => (
            <DeliveryRow
              key={one.id}
              one={one}
              onReplay={can.has('replay') ? () => replay({ ids: [one.id] }) : undefined}
            />
          )}
        </Endless>
      </div>
    </Drawer>
  );
}

/** What is sent to try whether anybody listens; no event of the business. */
const TEST = 'webhook.test';

function DeliveryRow({ one, onReplay }: { one: Delivery; onReplay?: () => void }) {
  const { t } = useTranslation('webhook');
  const troubleOf = useTrouble();
  const { nameOf } = useEvents();
  const name = one.event === TEST ? t('test_event') : nameOf(one.event);
  const facts = [
    one.event,
    one.response_status === null ? '' : `HTTP ${one.response_status}`,
    t('tries', { count: one.tries }),
    one.next_try_at ? t('next_try', { time: formatTime(one.next_try_at) }) : '',
  ];
  return (
    <li>
      <div>
        <h3>
          {name} <StatusTag color={COLORS[one.status]}>{t(`delivery.${one.status}`)}</StatusTag>
        </h3>
        <p className="gx-faint">
          <time title={formatFullTime(one.created_at)}>{formatTime(one.created_at)}</time> ·{' '}
          {facts.filter(Boolean).join(' · ')}
        </p>
        {one.error && <p className="gx-notice-error">{troubleOf(one.error)}</p>}
      </div>
      {/* What still waits is sent of itself. */}
      {onReplay && one.status !== 'queued' && (
        <Button
          type="text"
          icon={<RedoOutlined />}
          title={t('replay')}
          aria-label={t('replay_what', { name: `${name} ${formatTime(one.created_at)}` })}
          onClick={onReplay}
        />
      )}
    </li>
  );
}
