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
}

export function CalendarEntry({ entry, onDrag }: CalendarEntryProps) {
  const { t } = useTranslation('calendar_event');
  const time = entry.all_day ? '' : inZone(entry.start_at).format('HH:mm');
  const kind = t(`kind.${entry.kind}`);
  return (
    <li
      className="gx-entry"
      data-kind={entry.kind}
      data-status={entry.status ?? undefined}
      draggable
      title={[time, kind, entry.title, entry.location].filter(Boolean).join(' · ')}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', entry.title);
        onDrag(entry);
      }}
      onDragEnd={() => onDrag(undefined)}
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
