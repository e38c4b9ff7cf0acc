import { CheckOutlined, CloseOutlined, CommentOutlined, EditOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { call } from '@/lib/api/client';
import { invalidate } from '@/lib/api/query';
import { daysUntil, formatDate, formatFullTime, formatTime, inZone } from '@/lib/format/date';
import { logFollowUp } from '@/lib/record/follow-up-request';
import { RecordLink } from '@/lib/resource/record-link';
import { useToast } from '@/lib/resource/use-toast';
import { completePlan } from '../plans/complete-plan';
import { LOOKS, type Todo, type TodoGroup } from './todo-kind';

const FOLLOWED: Record<string, { key: string; list: string; item: string }> = {
  leads: { key: 'lead', list: '/leads', item: '/leads/{id}' },
  customers: { key: 'customer', list: '/customers', item: '/customers/{id}' },
};

/** One kind of to-do, each with what is done about it. */
export function TodoSection({ group, onAll }: { group: TodoGroup; onAll: () => void }) {
  const { t } = useTranslation('todo');
  const { kind, count, items, capped } = group;
  const name = t(`kind.${kind}`);
  return (
    <section id={`todo-${kind}`} className="gx-todo" data-tone={LOOKS[kind]?.tone} aria-label={name}>
      <h2>
        <span aria-hidden="true">{LOOKS[kind]?.icon}</span>
        {name}
        <small>{capped ? `${count}+` : count}</small>
      </h2>
      <ul>
        {items.map((it) => (
          <TodoRow key={`${it.resource}${it.id}${it.date}`} kind={kind} it={it} />
        ))}
      </ul>
      {items.length < count && (
        <button type="button" className="gx-plain" onClick={onAll}>
          {t('show_all', { count: count - items.length })}
        </button>
      )}
    </section>
  );
}

function TodoRow({ kind, it }: { kind: string; it: Todo }) {
  const { t } = useTranslation('todo');
  const toast = useToast();
  const isReport = it.resource === 'work-reports';
  const title = isReport ? t(`report.${it.title}`) : it.title;
  const dismiss = async () => {
    try {
      await call('post', '/me/todos/dismiss', { body: { kind, id: it.id, date: it.date } });
      invalidate('/me/todos');
      toast.done(t('dismissed'));
    } catch (error) {
      toast.failed(error);
    }
  };
  return (
    <li>
      <span className="gx-todo-title">
        {isReport ? (
          title
        ) : (
          <span className="gx-todo-name">
            <RecordLink path={`/${it.resource}`} id={it.id}>
              {title}
            </RecordLink>{' '}
            {it.resource in FOLLOWED && <small className="gx-faint">{t(`of.${it.resource}`)}</small>}
          </span>
        )}
        <When kind={kind} it={it} />
      </span>
      <Doing it={it} title={title} />
      <Button
        type="text"
        className="gx-todo-dismiss"
        icon={<CloseOutlined />}
        aria-label={t('dismiss', { name: title })}
        title={t('dismiss_text')}
        onClick={() => void dismiss()}
      />
    </li>
  );
}

/** The one thing to do about it. */
function Doing({ it, title }: { it: Todo; title: string }) {
  const { t } = useTranslation('todo');
  const followed = FOLLOWED[it.resource];
  if (followed) {
    return (
      <Button
        icon={<CommentOutlined />}
        aria-label={t('common:ownership.log_for', { name: title })}
        onClick={() => logFollowUp(followed, { id: it.id, name: title })}
      >
        {t('log')}
      </Button>
    );
  }
  if (it.resource === 'follow-up-plans') {
    return (
      <Button
        icon={<CheckOutlined />}
        aria-label={t('complete_what', { name: title })}
        onClick={() => completePlan(it, title)}
      >
        {t('complete')}
      </Button>
    );
  }
  if (it.resource === 'work-reports') {
    const [kind = 'daily', date = ''] = it.date.split(' ');
    return (
      <Link to="/work-reports" search={{ create: true, kind, date }}>
        <Button icon={<EditOutlined />}>{t('write')}</Button>
      </Link>
    );
  }
  return null;
}

function When({ kind, it }: { kind: string; it: Todo }) {
  const { t } = useTranslation('todo');
  const days = daysUntil(it.at);
  const time = inZone(it.at).format('HH:mm');
  const words: Record<string, string> = {
    contact_today: time,
    contact_overdue: t('late', { count: -days }),
    untouched: days === 0 ? t('new_today') : t('new_since', { count: -days }),
    recycle_soon: days <= 0 ? t('recycle_now') : t('recycle_in', { count: days }),
    plans_today: time,
    plans_missed: formatTime(it.at),
    events_today: time,
    report_missing: formatDate(it.date.split(' ')[1]),
  };
  return (
    <time dateTime={it.at} title={formatFullTime(it.at)}>
      {words[kind]}
    </time>
  );
}
