import dayjs, { type Dayjs } from 'dayjs';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inZone, today } from '@/lib/format/date';
import { useToast } from '@/lib/resource/use-toast';
import { CalendarEntry } from './calendar-entry';
import type { CalendarView } from './days';
import { type Entry, moveEntry } from './move-entry';

interface CalendarGridProps {
  view: CalendarView;
  days: Dayjs[];
  /** Days of other months are faint. */
  month: number;
  entries: Entry[];
  onDay: (day: Dayjs) => void;
}

const WEEK = 7;
/** So many of a day are seen at once in a month. */
const FEW = 3;
const keyOf = (day: Dayjs) => day.format('YYYY-MM-DD');

/** The days with what is on them; an entry is dragged to another day, or moved there by Shift and the arrows. */
export function CalendarGrid({ view, days, month, entries, onDay }: CalendarGridProps) {
  const { t } = useTranslation('calendar_event');
  const toast = useToast();
  const [dragged, setDragged] = useState<Entry>();
  const [over, setOver] = useState<string>();
  const now = today().format('YYYY-MM-DD');
  const dayOf = (entry: Entry) => inZone(entry.start_at).format('YYYY-MM-DD');
  const move = async (entry: Entry, by: number) => {
    if (by === 0) return;
    try {
      const undo = await moveEntry(entry, by);
      const date = dayjs(dayOf(entry)).add(by, 'day').toDate();
      toast.done(t('moved', { name: entry.title, date }), () => undo().catch(toast.failed));
    } catch (error) {
      toast.failed(error);
    }
  };
  const drop = (day: Dayjs) => {
    setOver(undefined);
    setDragged(undefined);
    if (dragged) void move(dragged, day.diff(dayOf(dragged), 'day'));
  };
  // Moved by keyboard it is drawn anew on another day, and keeps the focus.
  const held = useRef('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever other entries are drawn
  useEffect(() => {
    if (held.current) document.getElementById(held.current)?.querySelector('a')?.focus();
    held.current = '';
  }, [entries]);
  const moveByKey = (entry: Entry, by: number) => {
    held.current = entry.id;
    void move(entry, by);
  };
  return (
    <ol className="gx-days" data-view={view}>
      {days.map((day, at) => {
        const key = keyOf(day);
        const those = entries.filter((it) => dayOf(it) === key);
        return (
          <li
            key={key}
            aria-label={t('day', { date: day.toDate() })}
            data-today={key === now || undefined}
            data-other={(view === 'month' && day.month() !== month) || undefined}
            data-over={over === key || undefined}
            data-empty={those.length === 0 || undefined}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(key);
            }}
            onDragLeave={() => setOver(undefined)}
            onDrop={() => drop(day)}
          >
            <button type="button" className="gx-day-number" onClick={() => onDay(day)}>
              {(view !== 'month' || at < WEEK) && <span>{t('weekday', { date: day.toDate() })}</span>}
              {view === 'month' && those.length > FEW && <small>{t('on_day', { count: those.length })}</small>}
              <b>{view === 'month' ? day.date() : day.format('M/D')}</b>
            </button>
            <ul>
              {those.map((it) => (
                <CalendarEntry key={`${it.kind}${it.id}`} entry={it} onDrag={setDragged} onMove={moveByKey} />
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}
