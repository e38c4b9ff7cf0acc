import { DeleteOutlined, EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '@/lib/fields/status-tag';
import { useHoursWords } from './use-week-words';
import type { Span } from './work-calendar';

interface SpanListProps {
  year: number;
  spans: Span[];
  /** Left out where one may only look. */
  onEdit?: (span: Span) => void;
  onRemove: (span: Span) => void;
}

/** The special days of a year, one after the other. */
export function SpanList({ year, spans, onEdit, onRemove }: SpanListProps) {
  const { t } = useTranslation('calendar');
  const sayHours = useHoursWords();
  const daysOf = ({ from, to }: Span) => {
    const first = t('date', { date: dayjs(from).toDate() });
    return from === to ? first : `${first} – ${t('date', { date: dayjs(to).toDate() })}`;
  };
  return (
    <section className="gx-spans" aria-label={t('special', { year: String(year) })}>
      <h3>{t('special', { year: String(year) })}</h3>
      {spans.length === 0 && <p className="gx-faint">{t('special_none')}</p>}
      <ul>
        {spans.map((span) => {
          const name = span.name || t(span.working ? 'kind.in_lieu' : 'kind.holiday');
          const days = daysOf(span);
          return (
            <li key={span.from}>
              <span>
                <b>{name}</b>{' '}
                <StatusTag color={span.working ? 'gold' : 'green'}>
                  {t(span.working ? 'kind.in_lieu' : 'kind.holiday')}
                </StatusTag>
                <span className="gx-faint">
                  {[days, t('days', { count: dayjs(span.to).diff(span.from, 'day') + 1 })].join(' · ')}
                  {span.hours && ` · ${sayHours(span.hours)}`}
                </span>
              </span>
              {onEdit && (
                <span>
                  <Button
                    type="text"
                    icon={<EditOutlined />}
                    aria-label={t('edit_what', { name: `${name} ${days}` })}
                    onClick={() => onEdit(span)}
                  />
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t('delete_what', { name: `${name} ${days}` })}
                    onClick={() => onRemove(span)}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
