import { PhoneOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { isMasked } from '@/lib/format/phone';
import { FieldValue } from '@/lib/list/field-value';
import type { CardProps } from '@/lib/list/list-body';
import { ToneIcon } from '@/lib/list/tone-icon';
import { contactTone } from '@/lib/ownership/contact-tone';
import { NextContact } from '@/lib/ownership/next-contact-cell';
import { logFollowUp } from '@/lib/record/follow-up-request';
import { RecordLink } from '@/lib/resource/record-link';
import { customer } from './customer.resource';

/** A customer for a thumb: who, how to reach them, and the two things one does next. */
export function CustomerCard({ row, list }: CardProps) {
  const { t } = useTranslation('customer');
  const tone = contactTone(row);
  const phone = typeof row.phone === 'string' ? row.phone : '';
  const canLog = (row.allowed_actions ?? []).includes('update') && row.status === 'owned';
  return (
    <article className="gx-card" data-tone={tone === 'none' ? undefined : tone}>
      <div className="gx-card-head">
        <h3>
          <ToneIcon tone={tone} />
          <RecordLink path="/customers" id={row.id}>
            {customer.titleOf(row)}
          </RecordLink>
        </h3>
        <FieldValue list={list} row={row} name="level" />
      </div>
      <p className="gx-card-line gx-faint">
        <FieldValue list={list} row={row} name="stage" />
        <FieldValue list={list} row={row} name="phone" />
        <FieldValue list={list} row={row} name="owner_id" />
        <NextContact of={customer} row={row} name={customer.titleOf(row)} canLog={false} />
      </p>
      {(canLog || phone) && (
        <div className="gx-card-buttons">
          {phone && !isMasked(phone) && (
            <Button icon={<PhoneOutlined />} href={`tel:${phone}`}>
              {t('call')}
            </Button>
          )}
          {canLog && (
            <Button type="primary" onClick={() => logFollowUp(customer, row)}>
              {t('follow_up')}
            </Button>
          )}
        </div>
      )}
    </article>
  );
}
