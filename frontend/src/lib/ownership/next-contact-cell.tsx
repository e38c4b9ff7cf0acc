import { CommentOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/lib/api/schema-types';
import { formatFullTime, formatTime, inZone } from '@/lib/format/date';
import { type FollowedUp, logFollowUp } from '@/lib/record/follow-up-request';
import type { Tone } from '@/lib/resource/define-resource';
import { contactTone, daysTo } from './contact-tone';
import './ownership.css';

export function Due({ tone, title, children }: { tone: Tone; title: string; children: ReactNode }) {
  return (
    <span className={tone === 'none' ? 'gx-number' : `gx-number gx-due-${tone}`} title={title}>
      {children}
    </span>
  );
}

interface NextContactProps {
  of: FollowedUp;
  row: Row;
  name: string;
  canLog: boolean;
}

/** When the owner is to speak to them again, in days where it presses; and the way to write down that he did. */
export function NextContact({ of: resource, row, name, canLog }: NextContactProps) {
  const { t } = useTranslation();
  const value = row.next_contact_at;
  const days = daysTo(value);
  const time = days === undefined ? '' : inZone(String(value)).format('HH:mm');
  return (
    <span className="gx-next-contact">
      {days !== undefined && (
        <Due tone={contactTone(row)} title={formatFullTime(value)}>
          {days < 0 && t('ownership.contact.late', { count: -days })}
          {days === 0 && t('ownership.contact.today', { time })}
          {days === 1 && t('ownership.contact.tomorrow', { time })}
          {days > 1 && formatTime(value)}
        </Due>
      )}
      {canLog && <LogButton of={resource} row={row} name={name} />}
    </span>
  );
}

interface LogButtonProps {
  of: FollowedUp;
  row: Row;
  name: string;
}

/** One tap to write down what was said, from any list. */
export function LogButton({ of: resource, row, name }: LogButtonProps) {
  const { t } = useTranslation();
  return (
    <Button
      type="text"
      size="small"
      className="gx-log-button"
      icon={<CommentOutlined />}
      aria-label={t('ownership.log_for', { name })}
      title={t('activity.title')}
      onClick={(event) => {
        event.stopPropagation();
        logFollowUp(resource, row);
      }}
    />
  );
}
