import { getRouteApi } from '@tanstack/react-router';
import { Rate } from 'antd';
import { useTranslation } from 'react-i18next';
import { FieldPanel } from '@/lib/record/field-panel';
import { RecordActions } from '@/lib/record/record-actions';
import { RecordHeader } from '@/lib/record/record-header';
import { RecordPage } from '@/lib/record/record-page';
import { RecordColumns, RecordSide, RecordTabs, Tab } from '@/lib/record/record-tabs';
import { Timeline } from '@/lib/record/timeline';
import { useRecord } from '@/lib/resource/use-record';
import { Comments } from '../comments';
import { Figures } from './figures';
import { report } from './report.resource';
import './reports.css';

const route = getRouteApi('/_app/work-reports/$id');

const TEXTS = ['done', 'problems', 'next_plan'] as const;
const FACTS = ['kind', 'period_start', 'status', 'submitted_at', 'late'];
const WHO = ['owner_id', 'owner_department_id', 'reviewer_ids', 'cc_ids'];

export function ReportDetailPage() {
  const { t } = useTranslation('work_report');
  const record = useRecord(report, route.useParams().id);
  const { data } = record;
  const stats = (data?.stats ?? {}) as Record<string, unknown>;
  return (
    <RecordPage record={record}>
      <RecordHeader record={record} facts={FACTS}>
        <RecordActions of={record} />
      </RecordHeader>
      <RecordColumns>
        <RecordTabs>
          <Tab id="report" label={t('tab.report')}>
            {Object.keys(stats).length > 0 && <Figures of={stats} />}
            <FieldPanel record={record} title={t('panel.text')} fields={[...TEXTS]} />
            {data?.status === 'reviewed' && (
              <section className="gx-panel gx-review" aria-label={t('review')}>
                <h2>{t('review')}</h2>
                <p>
                  <b>{String(data.reviewed_by_name ?? '')}</b>{' '}
                  {typeof data.score === 'number' && <Rate disabled value={data.score} aria-label={t('score')} />}
                </p>
                {typeof data.review_note === 'string' && <p className="gx-pre">{data.review_note}</p>}
              </section>
            )}
            <Comments path="/work-reports/{id}/comments" id={record.id} />
          </Tab>
          <Tab id="history" label={t('tab.history')}>
            <Timeline of={record} path="history" />
          </Tab>
        </RecordTabs>
        <RecordSide>
          <FieldPanel record={record} title={t('panel.who')} fields={WHO} />
        </RecordSide>
      </RecordColumns>
    </RecordPage>
  );
}
