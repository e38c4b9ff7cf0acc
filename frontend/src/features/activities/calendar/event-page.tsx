import { getRouteApi } from '@tanstack/react-router';
import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { invalidate } from '@/lib/api/query';
import { useSession } from '@/lib/api/session';
import { FieldPanel } from '@/lib/record/field-panel';
import { RecordActions } from '@/lib/record/record-actions';
import { RecordHeader } from '@/lib/record/record-header';
import { RecordPage } from '@/lib/record/record-page';
import { useRecord } from '@/lib/resource/use-record';
import { useToast } from '@/lib/resource/use-toast';
import { calendarEvent } from './event.resource';

const route = getRouteApi('/_app/calendar-events/$id');

const WHAT = ['title', 'start_at', 'end_at', 'all_day', 'location', 'attendee_ids', 'shared', 'content'];
const ANSWERS = ['accepted', 'tentative', 'declined'] as const;

export function EventPage() {
  const { t } = useTranslation('calendar_event');
  const toast = useToast();
  const session = useSession();
  const record = useRecord(calendarEvent, route.useParams().id);
  const { data } = record;
  const me = session?.user.id ?? '';
  const isInvited = Array.isArray(data?.attendee_ids) && data.attendee_ids.includes(me) && data.owner_id !== me;
  const said = (data?.rsvp as Record<string, string> | undefined)?.[me];
  const answer = async (value: string) => {
    try {
      await callPath('post', '/calendar-events/{id}/rsvp', { path: { id: record.id }, body: { answer: value } });
      invalidate('/calendar-events/{id}', '/calendar');
      toast.done(t('answered'));
    } catch (error) {
      toast.failed(error);
    }
  };
  return (
    <RecordPage record={record}>
      <RecordHeader record={record} facts={['start_at', 'end_at', 'location', 'owner_id', 'customer_id', 'lead_id']}>
        {isInvited && (
          <Radio.Group
            optionType="button"
            aria-label={t('answer_label')}
            value={said}
            options={ANSWERS.map((it) => ({ value: it, label: t(`answer.${it}`) }))}
            onChange={(event) => void answer(String(event.target.value))}
          />
        )}
        <RecordActions of={record} />
      </RecordHeader>
      <FieldPanel record={record} title={t('panel')} fields={WHAT} />
    </RecordPage>
  );
}
