import { PhoneOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { isMasked } from '@/lib/format/phone';
import { FieldValue } from '@/lib/list/field-value';
import type { CardProps } from '@/lib/list/list-body';
import { logFollowUp } from '@/lib/record/follow-up-request';
import { RecordLink } from '@/lib/resource/record-link';
import { contact } from './contact.resource';

/** A contact for a thumb: who, where they work, and the two things one does next. */
export function ContactCard({ row, list }: CardProps) {
  const { t } = useTranslation('customer');
  const phone = [row.mobile, row.phone].find((it) => typeof it === 'string' && it) as string | undefined;
  const canLog = (row.allowed_actions ?? []).includes('update');
  return (
    <article className="gx-card">
      <div className="gx-card-head">
        <h3>
          <RecordLink path="/contacts" id={row.id}>
            {contact.titleOf(row)}
          </RecordLink>
        </h3>
        <FieldValue list={list} row={row} name="role_in_deal" />
      </div>
      <p className="gx-card-line gx-faint">
        {typeof row.customer_name === 'string' && <span>{row.customer_name}</span>}
        {typeof row.title === 'string' && <span>{row.title}</span>}
        <FieldValue list={list} row={{ ...row, allowed_actions: [] }} name={row.mobile ? 'mobile' : 'phone'} />
        <FieldValue list={list} row={row} name="email" />
      </p>
      {(canLog || phone) && (
        <div className="gx-card-buttons">
          {phone && !isMasked(phone) && (
            <Button icon={<PhoneOutlined />} href={`tel:${phone}`}>
              {t('call')}
            </Button>
          )}
          {canLog && (
            <Button type="primary" onClick={() => logFollowUp(contact, row)}>
              {t('follow_up')}
            </Button>
          )}
        </div>
      )}
    </article>
  );
}
