import { CommentOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellProps } from '@/lib/fields/field-kind';
import { formatDate, formatFullTime, formatTime, inZone } from '@/lib/format/date';
import { logFollowUp } from '@/lib/record/follow-up-request';
import type { Tone } from '@/lib/resource/define-resource';
import { contactTone, daysTo, recycleTone } from './lead-tone';
import './leads.css';

function Due({ tone, title, children }: { tone: Tone; title: string; children: ReactNode }) {
  return (
    <span className={tone === 'none' ? 'gx-number' : `gx-number gx-due-${tone}`} title={title}>
      {children}
    </span>
  );
}

/** When the owner is to speak to them again, in days where it presses; and the way to write down that he did. */
export function NextContactCell({ value, row }: CellProps) {
  const { t } = useTranslation('lead');
  const days = daysTo(value);
  const canLog = row.status === 'pending' || row.status === 'following';
  return (
    <span className="gx-next-contact">
      {days !== undefined && (
        <Due tone={contactTone(row)} title={formatFullTime(value)}>
          {days < 0 && t('contact.late', { count: -days })}
          {days === 0 && t('contact.today', { time: inZone(String(value)).format('HH:mm') })}
          {days === 1 && t('contact.tomorrow', { time: inZone(String(value)).format('HH:mm') })}
          {days > 1 && formatTime(value)}
        </Due>
      )}
      {canLog && (
        <Button
          type="text"
          size="small"
          className="gx-log-button"
          icon={<CommentOutlined />}
          aria-label={t('log_for', { name: row.name })}
          title={t('follow_up')}
          onClick={(event) => {
            event.stopPropagation();
            logFollowUp({ key: 'lead', list: '/leads', item: '/leads/{id}' }, row);
          }}
        />
      )}
    </span>
  );
}

/** How many days are left before the night's job puts it back into its pool, and why it would. */
export function RecycleCell({ value, row }: CellProps) {
  const { t } = useTranslation('lead');
  const days = daysTo(value);
  if (days === undefined) return null;
  const reason = typeof row.recycle_reason === 'string' ? t(`recycle.reason.${row.recycle_reason}`) : '';
  return (
    <Due tone={recycleTone(row)} title={[formatDate(value), reason].filter(Boolean).join(' · ')}>
      {days < 0 && t('recycle.tonight')}
      {days === 0 && t('recycle.today')}
      {days > 0 && t('recycle.days', { count: days })}
    </Due>
  );
}
