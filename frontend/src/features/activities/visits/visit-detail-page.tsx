import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { filesIn } from '@/lib/files/files';
import { Photo } from '@/lib/files/photo';
import { FieldPanel } from '@/lib/record/field-panel';
import { RecordActions } from '@/lib/record/record-actions';
import { RecordHeader } from '@/lib/record/record-header';
import { RecordPage } from '@/lib/record/record-page';
import { RecordColumns, RecordSide, RecordTabs, Tab } from '@/lib/record/record-tabs';
import { Timeline } from '@/lib/record/timeline';
import { useRecord } from '@/lib/resource/use-record';
import { visit } from './visit.resource';
import '../activities.css';

const route = getRouteApi('/_app/visits/$id');

const WHO = ['lead_id', 'customer_id', 'contact_id', 'plan_id', 'owner_id', 'owner_department_id'];
const ARRIVAL = ['check_in_at', 'check_in_address', 'distance_m', 'check_in_lat', 'check_in_lng'];
const END = ['check_out_at', 'check_out_address', 'minutes', 'check_out_lat', 'check_out_lng'];

export function VisitDetailPage() {
  const { t } = useTranslation('visit');
  const record = useRecord(visit, route.useParams().id);
  return (
    <RecordPage record={record}>
      <RecordHeader record={record} facts={['status', 'check_in_at', 'distance_m', 'minutes', 'owner_id']}>
        <RecordActions of={record} />
      </RecordHeader>
      <RecordColumns>
        <RecordTabs>
          <Tab id="history" label={t('tab.history')}>
            <Timeline of={record} path="history" />
          </Tab>
        </RecordTabs>
        <RecordSide>
          <FieldPanel record={record} title={t('panel.who')} fields={WHO} />
          <FieldPanel record={record} title={t('panel.arrival')} fields={ARRIVAL} />
          {filesIn(record.data?.photos).map(({ id }) => (
            <Photo key={id} record={`/visits/${record.id}`} id={id} label={t('common:files.photo')} />
          ))}
          <FieldPanel record={record} title={t('panel.end')} fields={END} />
        </RecordSide>
      </RecordColumns>
    </RecordPage>
  );
}
