import { SmileOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '@/lib/api/query';
import { useSession } from '@/lib/api/session';
import { inZone, today } from '@/lib/format/date';
import { EmptyState, Failure } from '@/lib/list/list-states';
import { useCan } from '@/lib/resource/permissions';
import { LOOKS, type TodoGroup } from './todo-kind';
import { TodoSection } from './todo-section';
import './today.css';

const ELSEWHERE = [
  { to: '/leads/pool', label: 'common:nav.lead_pool', permission: 'lead:read' },
  { to: '/customers/sea', label: 'common:nav.public_sea', permission: 'customer:read' },
  { to: '/follow-up-plans', label: 'common:nav.follow_up_plans', permission: 'follow_up_plan:read' },
] as const;
const FEW = 6;
const ALL = 100;

/** The start of a working day: what is due, what was forgotten, what is about to be lost. */
export function TodayPage() {
  const { t } = useTranslation('todo');
  const session = useSession();
  const [shown, setShown] = useState(FEW);
  const found = useQuery({ ...query('/me/todos', { query: { shown } }), placeholderData: keepPreviousData });
  const groups = found.data?.items ?? [];
  const hour = inZone(new Date().toISOString()).hour();
  const greeting = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
  const isFree = found.data !== undefined && groups.every((it) => it.count === 0);
  return (
    <section className="gx-today" aria-busy={found.isPlaceholderData}>
      <header>
        <h1>{t(`greeting.${greeting}`, { name: session?.user.name ?? '' })}</h1>
        <p className="gx-faint">{t('date', { date: new Date(`${today().format('YYYY-MM-DD')}T12:00`) })}</p>
      </header>
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {groups.length > 0 && <Counts groups={groups} />}
      {isFree && <Free />}
      <div className="gx-today-groups">
        {groups
          .filter((it) => it.count > 0)
          .map((group) => (
            <TodoSection key={group.kind} group={group} onAll={() => setShown(ALL)} />
          ))}
      </div>
    </section>
  );
}

/** Nothing waits: where more may be found. */
function Free() {
  const { t } = useTranslation('todo');
  const can = useCan();
  const places = ELSEWHERE.filter(({ permission }) => can(permission));
  return (
    <EmptyState icon={<SmileOutlined />} title={t('free.title')} text={t('free.text')}>
      <nav className="gx-today-free" aria-label={t('free.text')}>
        {places.map(({ to, label }) => (
          <Link key={to} to={to}>
            {t(label)}
          </Link>
        ))}
      </nav>
    </EmptyState>
  );
}

/** How many of each kind, at a glance; a press goes there. */
function Counts({ groups }: { groups: TodoGroup[] }) {
  const { t } = useTranslation('todo');
  return (
    <ul className="gx-today-counts" aria-label={t('counts')}>
      {groups.map(({ kind, count, capped }) => (
        <li key={kind}>
          <button
            type="button"
            disabled={count === 0}
            data-tone={count > 0 ? LOOKS[kind]?.tone : undefined}
            onClick={() => document.getElementById(`todo-${kind}`)?.scrollIntoView({ block: 'start' })}
          >
            <span aria-hidden="true">{LOOKS[kind]?.icon}</span>
            <b>{capped ? `${count}+` : count}</b>
            <span>{t(`kind.${kind}`)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
