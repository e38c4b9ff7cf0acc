import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FieldPanel } from '@/lib/record/field-panel';
import { RecordActions } from '@/lib/record/record-actions';
import { RecordHeader } from '@/lib/record/record-header';
import { RecordPage } from '@/lib/record/record-page';
import { RecordColumns, RecordSide, RecordTabs, Tab } from '@/lib/record/record-tabs';
import { Timeline } from '@/lib/record/timeline';
import { useRecord } from '@/lib/resource/use-record';
import { knowledge } from './knowledge.resource';

const route = getRouteApi('/_app/customer-knowledge/$id');

const FACTS = ['customer_id', 'kind', 'status', 'valid_until'];
const ABOUT = ['kind', 'confidence', 'valid_until', 'visibility'];
const WHEN = ['status', 'published_at', 'published_by', 'created_by', 'created_at'];

export function KnowledgePage() {
  const { t } = useTranslation('customer_knowledge');
  const record = useRecord(knowledge, route.useParams().id);
  return (
    <RecordPage record={record}>
      <RecordHeader record={record} facts={FACTS}>
        <RecordActions of={record} />
      </RecordHeader>
      <RecordColumns>
        <RecordTabs>
          <Tab id="text" label={t('text')}>
            <FieldPanel record={record} title={t('text')} fields={['text']} />
          </Tab>
          <Tab id="history" label={t('history')}>
            <Timeline of={record} path="history" />
          </Tab>
        </RecordTabs>
        <RecordSide>
          <FieldPanel record={record} title={t('about')} fields={ABOUT} />
          <FieldPanel record={record} title={t('when')} fields={WHEN} />
        </RecordSide>
      </RecordColumns>
    </RecordPage>
  );
}
