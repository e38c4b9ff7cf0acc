import dayjs from 'dayjs';
import { type KeyboardEvent, memo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/lib/format/date';
import { type DayKind, monthOf, type Span, WEEK } from './work-calendar';

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);
const STEPS: Record<string, [number, 'day' | 'month']> = {
  ArrowLeft: [-1, 'day'],
  ArrowRight: [1, 'day'],
  ArrowUp: [-7, 'day'],
  ArrowDown: [7, 'day'],
  PageUp: [-1, 'month'],
  PageDown: [1, 'month'],
};

interface YearViewProps {
  year: number;
  kindOf: (date: string) => DayKind;
  spans: Span[];
  /** Left out where one may only look. */
  onDay?: (date: string) => void;
}

/** Every day of a year with what it is; arrows walk from day to day, Enter opens one. */
export function YearView({ year, kindOf, spans, onDay }: YearViewProps) {
  const { t } = useTranslation('calendar');
  const grid = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string>();
  const now = today().format('YYYY-MM-DD');
  const start = focused?.startsWith(`${year}-`) ? focused : now.startsWith(`${year}-`) ? now : `${year}-01-01`;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const next = dayjs(start).add(step[0], step[1]).format('YYYY-MM-DD');
    if (!next.startsWith(`${year}-`)) return;
    setFocused(next);
    grid.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus();
  };
  return (
    <div className="gx-year-view">
      <p className="gx-year-legend" aria-hidden="true">
        {(['holiday', 'in_lieu', 'rest'] as const).map((kind) => (
          <span key={kind} data-kind={kind}>
            <i />
            {t(`kind.${kind}`)}
          </span>
        ))}
      </p>
      <div ref={grid} className="gx-year" role="group" aria-label={t('year_days')} onKeyDown={onKeyDown}>
        {MONTHS.map((month) => (
          <section key={month} className="gx-year-month" aria-label={t('month', { date: new Date(year, month - 1) })}>
            <h3>{t('month_short', { date: new Date(year, month - 1) })}</h3>
            <div className="gx-year-grid">
              {WEEK.map((day) => (
                <small key={day} aria-hidden="true">
                  {t(`weekday_short.${day}`)}
                </small>
              ))}
              {monthOf(year, month).days.map((date, at) => (
                <Day
                  key={date}
                  date={date}
                  before={at === 0 ? monthOf(year, month).before : undefined}
                  kind={kindOf(date)}
                  name={spans.find(({ from, to }) => from <= date && date <= to)?.name ?? undefined}
                  isToday={date === now}
                  isStart={date === start}
                  onDay={onDay}
                  onFocus={setFocused}
                />
              ))}
            </div>
          </section>
        ))}
      </div>
    </div>
  );
}

interface DayProps {
  date: string;
  /** Empty places before the first of a month. */
  before: number | undefined;
  kind: DayKind;
  name: string | undefined;
  isToday: boolean;
  /** The one that Tab reaches. */
  isStart: boolean;
  onDay?: (date: string) => void;
  onFocus: (date: string) => void;
}

const Day = memo(function Day({ date, before, kind, name, isToday, isStart, onDay, onFocus }: DayProps) {
  const { t } = useTranslation('calendar');
  const words = t('day', { date: dayjs(date).toDate(), kind: name ?? t(`kind.${kind}`) });
  return (
    <button
      type="button"
      data-date={date}
      data-kind={kind}
      data-today={isToday || undefined}
      tabIndex={isStart ? 0 : -1}
      aria-label={words}
      aria-disabled={!onDay || undefined}
      title={name}
      style={before === undefined ? undefined : { gridColumnStart: before + 1 }}
      onFocus={() => onFocus(date)}
      onClick={() => onDay?.(date)}
    >
      {Number(date.slice(8))}
    </button>
  );
});
