import { EditOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Input, Segmented, Skeleton } from 'antd';
import { lazy, Suspense, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/lib/api/schema-types';
import { StatusTag } from '@/lib/fields/status-tag';
import { useShortcut } from '@/lib/keyboard/use-shortcut';
import { EmptyState, Failure } from '@/lib/list/list-states';
import { useLabel } from '@/lib/resource/meta';
import { allQuery } from '@/lib/resource/use-rows';
import { useChannelWords } from '../channel-words';
import { type EventInfo, useEvents } from '../events';
import { NAMED, type Typed, typedOf } from './rule';
import { notificationRule } from './rules.resource';
import './rules.css';

const EventDrawer = lazy(() => import('./event-drawer').then((it) => ({ default: it.EventDrawer })));
const route = getRouteApi('/_app/settings/notification-rules');

/** Who is told of what, and in which words. */
export function NotificationRulesPage() {
  const { t } = useTranslation('notification_rule');
  const label = useLabel();
  const { event, q, show = 'told' } = route.useSearch();
  const navigate = route.useNavigate();
  const input = useRef<HTMLDivElement>(null);
  useShortcut('/', t('search'), () => input.current?.querySelector('input')?.focus());
  const { found, events } = useEvents();
  const rules = useQuery(allQuery(notificationRule.list));
  const ownOf = (it: EventInfo) => rules.data?.items.filter((row) => row.event === it.event) ?? [];
  const error = found.error ?? rules.error;
  const isShown = (it: EventInfo) => {
    if (q) return label(it.label).includes(q) || it.event.includes(q);
    return show === 'all' || it.usual !== null || ownOf(it).length > 0;
  };
  const shown = events.filter(isShown);
  const edited = events.find((it) => it.event === event);
  return (
    <section className="gx-page gx-notice-rules">
      <header className="gx-page-head">
        <h1>{t('title')}</h1>
        <div ref={input}>
          <Input.Search
            allowClear
            aria-label={t('search')}
            placeholder={t('search')}
            value={q ?? ''}
            onChange={({ target }) =>
              void navigate({ search: (old) => ({ ...old, q: target.value || undefined }), replace: true })
            }
          />
        </div>
      </header>
      <p className="gx-faint">{t('text')}</p>
      <Segmented
        value={show}
        aria-label={t('which')}
        options={[
          { value: 'told', label: t('show.told') },
          { value: 'all', label: t('show.all') },
        ]}
        onChange={(next) =>
          void navigate({ search: (old) => ({ ...old, show: next === 'all' ? ('all' as const) : undefined }) })
        }
      />
      {(found.isPending || rules.isPending) && <Skeleton active paragraph={{ rows: 10 }} />}
      {error && <Failure error={error} retry={() => void Promise.all([found.refetch(), rules.refetch()])} />}
      {found.data && rules.data && (
        <ul>
          {shown.map((it) => (
            <EventRow
              key={it.event}
              it={it}
              own={ownOf(it)}
              onOpen={() => void navigate({ search: (old) => ({ ...old, event: it.event }) })}
            />
          ))}
        </ul>
      )}
      {found.data && shown.length === 0 && <EmptyState title={t('common:nothing_found')} />}
      <Suspense fallback={null}>
        {edited && rules.data && (
          <EventDrawer
            key={edited.event}
            it={edited}
            own={ownOf(edited)}
            onClose={() => void navigate({ search: (old) => ({ ...old, event: undefined }) })}
          />
        )}
      </Suspense>
    </section>
  );
}

function EventRow({ it, own, onOpen }: { it: EventInfo; own: Row[]; onOpen: () => void }) {
  const { t } = useTranslation('notification_rule');
  const channelWords = useChannelWords();
  const label = useLabel();
  const separator = t('common:separator');
  // All rules of an event hold, side by side.
  const rules = (own.length > 0 ? own : [undefined]).map((row) => ({ id: row?.id ?? 'usual', ...typedOf(it, row) }));
  const active = rules.filter((rule) => rule.is_active);
  const say = (rule: Typed) => {
    const people = [
      ...rule.kinds.map((kind) => t(`kind.${kind}`)),
      ...NAMED.filter((kind) => rule[kind].length > 0).map((kind) => t(`named.${kind}`, { count: rule[kind].length })),
    ];
    const channels = ['in_app', ...rule.channels].map((channel) => channelWords(channel));
    return t('say', { people: people.join(separator) || '…', channels: channels.join(separator) });
  };
  const name = label(it.label) || it.event;
  return (
    <li data-off={active.length === 0 || undefined}>
      <div>
        <h2>
          {name} {own.length > 0 && <StatusTag color="blue">{t('own')}</StatusTag>}{' '}
          {active.some((rule) => rule.urgent) && <StatusTag color="red">{t('urgent')}</StatusTag>}
        </h2>
        {active.length === 0 && <p className="gx-faint">{t('nobody')}</p>}
        {active.map((rule) => (
          <p key={rule.id} className="gx-faint">
            {say(rule)}
          </p>
        ))}
      </div>
      <Button type="text" icon={<EditOutlined />} aria-label={t('edit_what', { name })} onClick={onOpen} />
    </li>
  );
}
