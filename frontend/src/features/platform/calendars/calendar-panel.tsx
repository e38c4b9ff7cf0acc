import {
  CheckCircleOutlined,
  DeleteOutlined,
  EditOutlined,
  ImportOutlined,
  LeftOutlined,
  PlusOutlined,
  RightOutlined,
} from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { today } from '@/lib/format/date';
import { useSave } from '@/lib/resource/use-save';
import { useToast } from '@/lib/resource/use-toast';
import { SpanList } from './span-list';
import { useWeekWords } from './use-week-words';
import {
  dayKinds,
  exceptionsOf,
  missingYears,
  type Span,
  spansOf,
  weekOf,
  withoutSpan,
  workingDays,
} from './work-calendar';
import { workCalendar } from './work-calendar.resource';
import { YearView } from './year-view';

const DayDialog = lazy(() => import('./day-dialog').then((it) => ({ default: it.DayDialog })));
const ImportDialog = lazy(() => import('./import-dialog').then((it) => ({ default: it.ImportDialog })));

interface CalendarPanelProps {
  of: Row;
  year: number;
  onYear: (year: number) => void;
  onEdit: () => void;
}

/** One calendar: its week in words, its year in days. */
export function CalendarPanel({ of: calendar, year, onYear, onEdit }: CalendarPanelProps) {
  const { t } = useTranslation('calendar');
  const toast = useToast();
  const { save, remove } = useSave(workCalendar);
  const [asked, setAsked] = useState<Span | 'import'>();
  const week = weekOf(calendar);
  const exceptions = exceptionsOf(calendar);
  const sayWeek = useWeekWords();
  const kindOf = dayKinds(week, exceptions);
  const spans = spansOf(exceptions, year);
  const missing = missingYears(exceptions, today().year());
  const can = new Set(calendar.allowed_actions);
  const name = String(calendar.name);
  const isDefault = calendar.is_default === true;
  // The default of one takes it from another.
  const change = (changes: Record<string, unknown>) =>
    void save(calendar, changes).then(() => invalidate(workCalendar.list), toast.failed);
  const openDay = (date: string) => {
    const span = spans.find(({ from, to }) => from <= date && date <= to);
    const { working, name: called, hours } = span ?? { working: kindOf(date) === 'rest', name: null, hours: null };
    setAsked({ from: date, to: date, working, name: called, hours });
  };
  return (
    <>
      {missing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="gx-calendar-missing"
          title={t('missing', { years: missing.join(t('common:separator')) })}
          description={t('missing_text')}
          action={
            can.has('import') && (
              <Button icon={<ImportOutlined />} onClick={() => setAsked('import')}>
                {t('import')}
              </Button>
            )
          }
        />
      )}
      <section className="gx-calendar-week" aria-label={t('week')}>
        <header>
          <h2>{name}</h2>
          <span>
            {can.has('update') && (
              <Button icon={<EditOutlined />} onClick={onEdit}>
                {t('edit')}
              </Button>
            )}
            {can.has('update') && !isDefault && (
              <Button icon={<CheckCircleOutlined />} onClick={() => change({ is_default: true })}>
                {t('make_default')}
              </Button>
            )}
            {can.has('delete') && !isDefault && (
              <Button
                icon={<DeleteOutlined />}
                aria-label={t('delete_what', { name })}
                onClick={() => void remove(calendar).catch(toast.failed)}
              />
            )}
          </span>
        </header>
        <p className="gx-faint">
          {[isDefault ? t('default_text') : '', String(calendar.time_zone)].filter(Boolean).join(' · ')}
        </p>
        <ul>
          {sayWeek(week).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <header className="gx-calendar-year">
        <Button type="text" icon={<LeftOutlined />} aria-label={t('year_before')} onClick={() => onYear(year - 1)} />
        <h2 aria-live="polite">{t('year', { year: String(year) })}</h2>
        <Button type="text" icon={<RightOutlined />} aria-label={t('year_after')} onClick={() => onYear(year + 1)} />
        <span className="gx-faint">{t('working_days', { count: workingDays(kindOf, year) })}</span>
        {can.has('update') && (
          <span className="gx-calendar-tools">
            <Button icon={<PlusOutlined />} onClick={() => openDay(firstOf(year))}>
              {t('add_days')}
            </Button>
            <Button icon={<ImportOutlined />} onClick={() => setAsked('import')}>
              {t('import')}
            </Button>
          </span>
        )}
      </header>
      <div className="gx-calendar-body">
        <YearView year={year} kindOf={kindOf} spans={spans} onDay={can.has('update') ? openDay : undefined} />
        <SpanList
          year={year}
          spans={spans}
          onEdit={can.has('update') ? setAsked : undefined}
          onRemove={(span) => change({ exceptions: withoutSpan(exceptions, span) })}
        />
      </div>
      <Suspense fallback={null}>
        {asked === 'import' && <ImportDialog into={calendar} onClose={() => setAsked(undefined)} />}
        {asked && asked !== 'import' && (
          <DayDialog calendar={calendar} span={asked} onClose={() => setAsked(undefined)} />
        )}
      </Suspense>
    </>
  );
}

function firstOf(year: number): string {
  const now = today();
  return now.year() === year ? now.format('YYYY-MM-DD') : `${year}-01-01`;
}
