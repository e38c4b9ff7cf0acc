import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LogActivity } from '@/lib/record/log-activity';
import { RecordActions } from '@/lib/record/record-actions';
import { RecordFields } from '@/lib/record/record-fields';
import { RecordHeader } from '@/lib/record/record-header';
import { RecordPage } from '@/lib/record/record-page';
import { RecordColumns, RecordSide, RecordTabs, Tab } from '@/lib/record/record-tabs';
import { Timeline, type TimelineSource } from '@/lib/record/timeline';
import { useCan } from '@/lib/resource/permissions';
import { useRecord } from '@/lib/resource/use-record';
import { contact } from './contact.resource';

const route = getRouteApi('/_app/contacts/$id');

const FACTS = ['customer_id', 'title', 'mobile', 'role_in_deal', 'is_primary', 'owner_id'];

/** What was talked about with somebody, wherever it was logged. */
const TALKS: TimelineSource = {
  path: '/activities',
  searchOf: (id) => ({ filter: { field: 'contact_id', op: 'eq', value: id }, sort: '-occurred_at' }),
  entryOf: (row) => ({
    id: row.id,
    kind: 'activity',
    action: String(row.kind),
    at: String(row.occurred_at),
    actor_name: String(row.created_by_name ?? ''),
    data: row,
  }),
};

export function ContactDetailPage() {
  const { t } = useTranslation('contact');
  const can = useCan();
  const record = useRecord(contact, route.useParams().id);
  const { data, allowed } = record;
  return (
    <RecordPage record={record}>
      <RecordHeader record={record} facts={FACTS}>
        <RecordActions of={record} />
      </RecordHeader>
      <RecordColumns>
        <RecordTabs>
          {can('activity:read') && (
            <Tab id="timeline" label={t('tab.timeline')}>
              <Timeline of={record} from={TALKS}>
                {data && allowed.has('update') && can('activity:create') && (
                  <LogActivity key={data.id} resource={contact} row={data} />
                )}
              </Timeline>
            </Tab>
          )}
          <Tab id="history" label={t('tab.history')}>
            <Timeline of={record} path="history" />
          </Tab>
        </RecordTabs>
        <RecordSide>
          <RecordFields record={record} />
        </RecordSide>
      </RecordColumns>
    </RecordPage>
  );
}
