import { CheckOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/lib/api/schema-types';
import type { CellProps } from '@/lib/fields/field-kind';
import { StatusTag } from '@/lib/fields/status-tag';
import { daysUntil, formatFullTime, formatTime, inZone } from '@/lib/format/date';
import { Due } from '@/lib/ownership/next-contact-cell';
import type { Tone } from '@/lib/resource/define-resource';
import { completePlan } from './complete-plan';
import '../activities.css';

const COLORS: Record<string, string> = { in_progress: 'blue', done: 'green', missed: 'red' };
const OPEN = new Set(['planned', 'in_progress', 'missed']);

/** A plan whose day went by is late; one of today presses. */
export function planTone(row: Row): Tone {
  if (!OPEN.has(String(row.status)) || typeof row.planned_at !== 'string') return 'none';
  const days = daysUntil(row.planned_at);
  if (days < 0) return 'late';
  return days === 0 ? 'soon' : 'none';
}

/** When it is to be done, in words where that is near. */
export function WhenCell({ row, value }: CellProps) {
  const { t } = useTranslation('follow_up_plan');
  if (typeof value !== 'string') return null;
  const days = daysUntil(value);
  const time = inZone(value).format('HH:mm');
  return (
    <Due tone={planTone(row)} title={formatFullTime(value)}>
      {days === 0 && t('common:ownership.contact.today', { time })}
      {days === 1 && t('common:ownership.contact.tomorrow', { time })}
      {days !== 0 && days !== 1 && formatTime(value)}
    </Due>
  );
}

/** The state, and the way to tick it off. */
export function StatusCell({ value, row }: CellProps) {
  const { t } = useTranslation('follow_up_plan');
  if (typeof value !== 'string' || !value) return null;
  return (
    <span className="gx-plan-status">
      <StatusTag color={COLORS[value]}>{t(`status.${value}`)}</StatusTag>
      <CompleteButton row={row} isSmall />
    </span>
  );
}

export function CompleteButton({ row, isSmall = false }: { row: Row; isSmall?: boolean }) {
  const { t } = useTranslation('follow_up_plan');
  if (!(row.allowed_actions ?? []).includes('complete')) return null;
  const name = String(row.content ?? '');
  return (
    <Button
      type={isSmall ? 'text' : 'primary'}
      size={isSmall ? 'small' : 'middle'}
      icon={<CheckOutlined />}
      aria-label={t('complete_what', { name })}
      title={t('action.complete')}
      onClick={(event) => {
        event.stopPropagation();
        completePlan(row, name);
      }}
    >
      {!isSmall && t('action.complete')}
    </Button>
  );
}
