import { PhoneOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/lib/api/schema-types';
import { isMasked } from '@/lib/format/phone';
import { FieldValue } from '@/lib/list/field-value';
import type { CardProps } from '@/lib/list/list-body';
import { logFollowUp } from '@/lib/record/follow-up-request';
import { RecordLink } from '@/lib/resource/record-link';
import { lead } from './lead.resource';
import { leadTone } from './lead-tone';
import './leads.css';
import { ToneIcon } from '@/lib/list/tone-icon';

/** A lead for a thumb: who, how to reach them, what presses, and the two things one does next. */
export function LeadCard({ row, list }: CardProps) {
  const { t } = useTranslation('lead');
  const tone = leadTone(row);
  const phone = [row.mobile, row.phone].find((it) => typeof it === 'string' && it) as string | undefined;
  const canLog = row.status === 'pending' || row.status === 'following';
  return (
    <article className="gx-card" data-tone={tone === 'none' ? undefined : tone}>
      <div className="gx-card-head">
        <h3>
          <RecordLink path="/leads" id={row.id}>
            {lead.titleOf(row)}
          </RecordLink>
        </h3>
        <FieldValue list={list} row={row} name="status" />
      </div>
      <p className="gx-card-line gx-faint">
        {typeof row.contact_name === 'string' && row.contact_name !== row.name && <span>{row.contact_name}</span>}
        <FieldValue list={list} row={row} name={row.mobile ? 'mobile' : 'phone'} />
        <FieldValue list={list} row={row} name="owner_id" />
      </p>
      <Urgency row={row} />
      {(canLog || phone) && (
        <div className="gx-card-buttons">
          {phone && !isMasked(phone) && (
            <Button icon={<PhoneOutlined />} href={`tel:${phone}`}>
              {t('call')}
            </Button>
          )}
          {canLog && (
            <Button type="primary" onClick={() => logFollowUp(lead, row)}>
              {t('follow_up')}
            </Button>
          )}
        </div>
      )}
    </article>
  );
}

/** What presses, with an icon: colour alone says nothing to some. */
function Urgency({ row }: { row: Row }) {
  const { t } = useTranslation('lead');
  const tone = leadTone(row);
  const Recycle = lead.cells?.recycle_due_on;
  const Contact = lead.cells?.next_contact_at;
  const field = { key: '', kind: 'date' as const, label: { zh: '', en: '' } };
  if (!row.next_contact_at && !row.recycle_due_on) return null;
  return (
    <p className="gx-card-line">
      <ToneIcon tone={tone} />
      {Boolean(row.next_contact_at) && Contact && (
        <span>
          {t('next')} <Contact value={row.next_contact_at} field={field} row={{ ...row, status: '' }} />
        </span>
      )}
      {Boolean(row.recycle_due_on) && Recycle && <Recycle value={row.recycle_due_on} field={field} row={row} />}
    </p>
  );
}
