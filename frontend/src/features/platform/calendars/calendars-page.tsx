import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '@/lib/fields/status-tag';
import { today } from '@/lib/format/date';
import { Failure } from '@/lib/list/list-states';
import { useCan } from '@/lib/resource/permissions';
import { pageQuery } from '@/lib/resource/use-rows';
import { CalendarPanel } from './calendar-panel';
import './calendars.css';

const CalendarDrawer = lazy(() => import('./calendar-drawer').then((it) => ({ default: it.CalendarDrawer })));

const route = getRouteApi('/_app/settings/calendars');

/** On which days and at which hours work is done. */
export function CalendarsPage() {
  const { t } = useTranslation('calendar');
  const can = useCan();
  const { calendar, year, edit } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useQuery(pageQuery('/calendars', { sort: 'name' }, 0));
  const calendars = found.data?.items ?? [];
  const current = calendars.find((it) => it.id === calendar) ?? calendars.find((it) => it.is_default) ?? calendars[0];
  const edited = calendars.find((it) => it.id === edit);
  const open = (id: string | undefined) => void navigate({ search: (old) => ({ ...old, edit: id }) });
  return (
    <section className="gx-page gx-calendars">
      <header className="gx-page-head">
        <h1>{t('title')}</h1>
        {can('calendar:update') && (
          <Button icon={<PlusOutlined />} onClick={() => open('new')}>
            {t('create')}
          </Button>
        )}
      </header>
      <p className="gx-faint">{t('text')}</p>
      {found.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      {calendars.length > 1 && (
        <nav aria-label={t('title')}>
          {calendars.map((it) => (
            <Link
              key={it.id}
              to="/settings/calendars"
              search={{ calendar: it.id, year }}
              aria-current={it === current ? 'true' : undefined}
            >
              {String(it.name)} {it.is_default === true && <StatusTag color="blue">{t('default')}</StatusTag>}
            </Link>
          ))}
        </nav>
      )}
      {current && (
        <CalendarPanel
          key={current.id}
          of={current}
          year={year ?? today().year()}
          onYear={(next) => void navigate({ search: (old) => ({ ...old, year: next }), replace: true })}
          onEdit={() => open(current.id)}
        />
      )}
      <Suspense fallback={null}>
        {(edit === 'new' ? can('calendar:update') : edited) && (
          <CalendarDrawer
            key={edit}
            of={edited}
            onCreated={(id) => void navigate({ search: (old) => ({ ...old, calendar: id, edit: undefined }) })}
            onClose={() => open(undefined)}
          />
        )}
      </Suspense>
    </section>
  );
}
