import { CheckOutlined } from '@ant-design/icons';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '@/lib/fields/status-tag';
import { formatFullTime, formatTime } from '@/lib/format/date';
import { Endless, useEndless } from '@/lib/list/endless';
import { EmptyState } from '@/lib/list/list-states';
import { useToast } from '@/lib/resource/use-toast';
import { MESSAGES, type Message, markRead } from './notifications';
import './notifications.css';

const ONLY_UNREAD = { field: 'read_at', op: 'is_null' };

interface MessageListProps {
  isUnread: boolean;
  /** After a message has led to its record. */
  onLeave?: () => void;
}

/** What one was told, the newest first; each leads to its record and is read by that. */
export function MessageList({ isUnread, onLeave }: MessageListProps) {
  const { t } = useTranslation('notification');
  const found = useEndless<Message>(MESSAGES, { sort: '-created_at', ...(isUnread && { filter: ONLY_UNREAD }) });
  return (
    <div className="gx-messages">
      <Endless
        found={found}
        empty={<EmptyState title={t(isUnread ? 'none_unread' : 'none')} text={isUnread ? undefined : t('none_text')} />}
      >
        {(it) => <MessageRow key={it.id} it={it} onLeave={onLeave} />}
      </Endless>
    </div>
  );
}

function MessageRow({ it, onLeave }: { it: Message; onLeave?: () => void }) {
  const { t } = useTranslation('notification');
  const toast = useToast();
  const router = useRouter();
  const navigate = useNavigate();
  const isUnread = it.read_at === null;
  const to = it.count > 1 ? `/${it.resource}` : `/${it.resource}/$id`;
  const hasPage = to in router.routesByPath;
  const read = () => {
    if (isUnread) markRead({ ids: [it.id] }).catch(toast.failed);
  };
  const open = () => {
    read();
    if (!hasPage) return;
    onLeave?.();
    void navigate({ to, params: { id: it.record_id } } as never);
  };
  return (
    <li className="gx-message" data-unread={isUnread || undefined} data-urgent={it.urgent || undefined}>
      <button type="button" className="gx-message-open" onClick={open}>
        <span className="gx-message-head">
          {isUnread && <i role="img" aria-label={t('unread')} />}
          <b>{it.title}</b>
          {it.urgent && <StatusTag color="red">{t('urgent')}</StatusTag>}
        </span>
        <span className="gx-message-body">{it.body}</span>
        <time dateTime={it.created_at} title={formatFullTime(it.created_at)}>
          {formatTime(it.created_at)}
        </time>
      </button>
      {isUnread && (
        <Button
          type="text"
          icon={<CheckOutlined />}
          title={t('mark_read')}
          aria-label={t('mark_read_what', { title: it.title })}
          onClick={read}
        />
      )}
    </li>
  );
}
