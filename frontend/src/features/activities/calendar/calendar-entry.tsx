import { CalendarOutlined, CarryOutOutlined, PhoneOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inZone } from '@/lib/format/date';
import { RecordLink } from '@/lib/resource/record-link';
import type { Entry } from './move-entry';

const ICONS: Record<string, ReactNode> = {
  event: <CalendarOutlined />,
  plan: <CarryOutOutlined />,
  contact: <PhoneOutlined />,
};

interface CalendarEntryProps {
  entry: Entry;
  onDrag: (entry: Entry | undefined) => void;
  /** Some days later or earlier, by keyboard. */
  onMove: (entry: Entry, days: number) => void;
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

export function CalendarEntry({ entry, onDrag, onMove }: CalendarEntryProps) {
  const { t } = useTranslation('calendar_event');
  const time = entry.all_day ? '' : inZone(entry.start_at).format('HH:mm');
  const kind = t(`kind.${entry.kind}`);
  return (
    <li
      id={entry.id}
      className="gx-entry"
      data-kind={entry.kind}
      data-status={entry.status ?? undefined}
      draggable
      title={[time, kind, entry.title, entry.location, t('move_keys')].filter(Boolean).join(' · ')}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', entry.title);
        onDrag(entry);
      }}
      onDragEnd={() => onDrag(undefined)}
      onKeyDown={(event) => {
        const days = STEPS[event.key];
        if (!event.shiftKey || days === undefined) return;
        event.preventDefault();
        onMove(entry, days);
      }}
    >
      <span role="img" aria-label={kind}>
        {ICONS[entry.kind]}
      </span>
      {time && <time dateTime={entry.start_at}>{time}</time>}
      <RecordLink path={`/${entry.resource}`} id={entry.id}>
        {entry.title}
      </RecordLink>
    </li>
  );
}
