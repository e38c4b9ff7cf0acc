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
import { lead } from './lead.resource';
import { StatusLine } from './status-line';
import './leads.css';

const route = getRouteApi('/_app/leads/$id');

export function LeadDetailPage() {
  const { t } = useTranslation('lead');
  const can = useCan();
  const record = useRecord(lead, route.useParams().id);
  const { data } = record;
  const isHeld = data?.status === 'pending' || data?.status === 'following';
  return (
    <RecordPage record={record}>
      <RecordHeader
        record={record}
        facts={['status', 'owner_id', 'mobile', 'phone', 'grade', 'next_contact_at', 'last_activity_at', 'source']}
      >
        {isHeld && (
          <CreateRelated of={record} resource={visit} label="visit:action.check_in_at" icon={<EnvironmentOutlined />} />
        )}
        <RecordActions of={record} />
      </RecordHeader>
      {data && <StatusLine row={data} />}
      <RecordColumns>
        <RecordTabs>
          <Tab id="timeline" label={t('tab.timeline')}>
            <Timeline of={record}>
              {data && isHeld && can('activity:create') && <LogActivity key={data.id} resource={lead} row={data} />}
            </Timeline>
          </Tab>
          <Tab id="plans" label={t('tab.plans')}>
            <RelatedList of={record} resource={plan} by="lead_id" {...OPEN_PLANS}>
              {isHeld && (
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
          <Tab id="owners" label={t('tab.owners')}>
            <OwnerLog path="/leads/{id}/owner-log" of="leads" id={record.id} />
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
