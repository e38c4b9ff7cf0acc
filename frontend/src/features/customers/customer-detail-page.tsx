import { EnvironmentOutlined, PlusOutlined } from '@ant-design/icons';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { OPEN_PLANS, plan } from '@/features/activities/plans/plan.resource';
import { visit } from '@/features/activities/visits/visit.resource';
import { OwnerLog } from '@/lib/ownership/owner-log';
import { CreateRelated } from '@/lib/record/create-related';
import { LogActivity } from '@/lib/record/log-activity';
import { RecordActions } from '@/lib/record/record-actions';
import { RecordFields } from '@/lib/record/record-fields';
import { RecordHeader } from '@/lib/record/record-header';
import { RecordPage } from '@/lib/record/record-page';
import { RecordColumns, RecordSide, RecordTabs, Tab } from '@/lib/record/record-tabs';
import { RelatedList } from '@/lib/record/related-list';
import { Timeline } from '@/lib/record/timeline';
import { useCan } from '@/lib/resource/permissions';
import { useRecord } from '@/lib/resource/use-record';
import { AddContact } from './add-contact';
import { contact } from './contact.resource';
import { customer } from './customer.resource';
import { Family } from './family/family';
import { CustomerKnowledge } from './knowledge/customer-knowledge';
import { Marks } from './marks';
import { StatusLine } from './status-line';
import { Team } from './team';

const route = getRouteApi('/_app/customers/$id');

const FACTS = ['level', 'stage', 'owner_id', 'phone', 'last_activity_at', 'next_contact_at'];
const CONTACT_COLUMNS = ['name', 'title', 'mobile', 'role_in_deal', 'is_primary'];

export function CustomerDetailPage() {
  const { t } = useTranslation('customer');
  const can = useCan();
  const record = useRecord(customer, route.useParams().id);
  const { data, allowed } = record;
  return (
    <RecordPage record={record}>
      <RecordHeader record={record} facts={FACTS}>
        {allowed.has('update') && (
          <CreateRelated of={record} resource={visit} label="visit:action.check_in_at" icon={<EnvironmentOutlined />} />
        )}
        <RecordActions of={record} />
      </RecordHeader>
      {data && <Marks isKeyAccount={data.is_key_account === true} role={data.role} />}
      {data && <StatusLine row={data} />}
      <RecordColumns>
        <RecordTabs>
          <Tab id="timeline" label={t('tab.timeline')}>
            <Timeline of={record}>
              {data && allowed.has('update') && can('activity:create') && (
                <LogActivity key={data.id} resource={customer} row={data} />
              )}
            </Timeline>
          </Tab>
          <Tab id="plans" label={t('tab.plans')}>
            <RelatedList of={record} resource={plan} by="customer_id" {...OPEN_PLANS}>
              {allowed.has('update') && (
                <CreateRelated
                  of={record}
                  resource={plan}
                  label="follow_up_plan:new"
                  icon={<PlusOutlined />}
                  size="small"
                />
              )}
            </RelatedList>
          </Tab>
          <Tab id="contacts" label={t('tab.contacts')}>
            <RelatedList of={record} resource={contact} by="customer_id" columns={CONTACT_COLUMNS}>
              {data && allowed.has('update') && <AddContact to={data} />}
            </RelatedList>
          </Tab>
          <Tab id="family" label={t('tab.family')}>
            <Family of={record} />
          </Tab>
          {can('customer_knowledge:read') && (
            <Tab id="knowledge" label={t('tab.knowledge')}>
              <CustomerKnowledge id={record.id} />
            </Tab>
          )}
          <Tab id="team" label={t('tab.team')}>
            <Team of={record} />
          </Tab>
          <Tab id="owners" label={t('tab.owners')}>
            <OwnerLog path="/customers/{id}/owner-history" of="customers" id={record.id} />
          </Tab>
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
