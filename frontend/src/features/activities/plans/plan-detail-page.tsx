import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FieldPanel } from '@/lib/record/field-panel';
import { RecordActions } from '@/lib/record/record-actions';
import { RecordHeader } from '@/lib/record/record-header';
import { RecordPage } from '@/lib/record/record-page';
import { RecordColumns, RecordSide, RecordTabs, Tab } from '@/lib/record/record-tabs';
import { Timeline } from '@/lib/record/timeline';
import { useRecord } from '@/lib/resource/use-record';
import { plan } from './plan.resource';
import { CompleteButton } from './plan-cells';

const route = getRouteApi('/_app/follow-up-plans/$id');

const WHAT = ['subject', 'planned_at', 'method', 'content', 'remind_before_min', 'recurrence'];
const ADVICE = ['source', 'playbook_id', 'closing_technique', 'material'];
const END = ['done_at', 'done_late', 'cancel_reason', 'created_at', 'created_by'];

export function PlanDetailPage() {
  const { t } = useTranslation('follow_up_plan');
  const record = useRecord(plan, route.useParams().id);
  const { data } = record;
  return (
    <RecordPage record={record}>
      <RecordHeader record={record} facts={['subject', 'planned_at', 'method', 'owner_id']}>
        {data && <CompleteButton row={data} />}
        <RecordActions of={record} />
      </RecordHeader>
      <RecordColumns>
        <RecordTabs>
          <Tab id="history" label={t('tab.history')}>
            <Timeline of={record} path="history" />
          </Tab>
        </RecordTabs>
        <RecordSide>
          <FieldPanel record={record} title={t('panel.what')} fields={WHAT} />
          <FieldPanel record={record} title={t('panel.advice')} fields={ADVICE} />
          <FieldPanel record={record} title={t('panel.end')} fields={END} />
        </RecordSide>
      </RecordColumns>
    </RecordPage>
  );
}
