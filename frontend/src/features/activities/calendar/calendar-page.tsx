import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Segmented, Skeleton } from 'antd';
import dayjs from 'dayjs';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidate, query } from '@/lib/api/query';
import { fromZone, today } from '@/lib/format/date';
import { useIsWide } from '@/lib/format/use-media';
import { Failure } from '@/lib/list/list-states';
import { Can } from '@/lib/resource/permissions';
import { CalendarFeed } from './calendar-feed';
import { CalendarGrid } from './calendar-grid';
import { type CalendarView, daysOf } from './days';
import { calendarEvent } from './event.resource';
import './calendar.css';

const RecordForm = lazy(() => import('@/lib/record/record-form').then((it) => ({ default: it.RecordForm })));
const route = getRouteApi('/_app/calendar');
const VIEWS = ['month', 'week', 'day'] as const;
const ASKED = ['title', 'start_at', 'end_at', 'all_day', 'location', 'attendee_ids', 'shared', 'content'];
const [FROM, TO] = [10, 11];

/** One's days: events, plans, and whom to speak to. On a phone the days stand below each other. */
export function CalendarPage() {
  const { t } = useTranslation('calendar_event');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const isWide = useIsWide();
  const view: CalendarView = search.view ?? (isWide ? 'month' : 'week');
  const asked = dayjs(search.date);
  const day = search.date && asked.isValid() ? asked : dayjs(today().format('YYYY-MM-DD'));
  const days = daysOf(view, day);
  const [from, to] = [days[0] ?? day, days.at(-1) ?? day];
  const found = useQuery({
    ...query('/calendar', { query: { from: from.format('YYYY-MM-DD'), to: to.format('YYYY-MM-DD') } }),
    placeholderData: keepPreviousData,
  });
  const go = (next: Partial<typeof search>) => void navigate({ search: (old) => ({ ...old, ...next }) });
  const step = (by: number) => go({ date: day.add(by, view).format('YYYY-MM-DD') });
  const close = () => {
    go({ create: undefined });
    invalidate('/calendar', '/me/todos');
  };
  return (
    <section className="gx-calendar" aria-busy={found.isPlaceholderData}>
      <header className="gx-calendar-head">
        <h1>{view === 'month' ? t('month', { date: day.toDate() }) : t('day', { date: day.toDate() })}</h1>
        <span>
          <Button icon={<LeftOutlined />} aria-label={t(`before.${view}`)} onClick={() => step(-1)} />
          <Button onClick={() => go({ date: undefined })}>{t('today')}</Button>
          <Button icon={<RightOutlined />} aria-label={t(`after.${view}`)} onClick={() => step(1)} />
        </span>
        <Segmented
          aria-label={t('view_label')}
          value={view}
          options={VIEWS.map((it) => ({ value: it, label: t(`view.${it}`) }))}
          onChange={(next) => go({ view: next })}
        />
        <span className="gx-calendar-tools">
          <CalendarFeed />
          <Can do="calendar_event:create">
            <Button type="primary" onClick={() => go({ create: true })}>
              {t('new')}
            </Button>
          </Can>
        </span>
      </header>
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {found.data && (
        <CalendarGrid
          view={view}
          days={days}
          month={day.month()}
          entries={found.data.items}
          onDay={(it) => go({ view: 'day', date: it.format('YYYY-MM-DD') })}
        />
      )}
      <Suspense fallback={null}>
        {search.create && (
          <RecordForm
            resource={calendarEvent}
            fields={ASKED}
            initial={{ start_at: fromZone(day.hour(FROM)), end_at: fromZone(day.hour(TO)) }}
            onClose={close}
            onCreated={close}
          />
        )}
      </Suspense>
    </section>
  );
}
