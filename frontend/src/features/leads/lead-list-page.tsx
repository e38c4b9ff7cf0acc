import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { BulkActions, BulkBar } from '@/lib/list/bulk-bar';
import { BulkEdit } from '@/lib/list/bulk-edit';
import { CreateRecord } from '@/lib/list/create-record';
import { DeleteRecords } from '@/lib/list/delete-records';
import { ExportRecords } from '@/lib/list/export-records';
import { FilterBar } from '@/lib/list/filter-bar';
import { ImportRecords } from '@/lib/list/import-records';
import { ListBody } from '@/lib/list/list-body';
import { ListPage } from '@/lib/list/list-page';
import { ToneLegend } from '@/lib/list/tone-legend';
import { ViewTabs } from '@/lib/list/view-tabs';
import { type ListState, useResourceList } from '@/lib/resource/use-resource-list';
import { lead } from './lead.resource';
import { ALL_LEADS, MY_LEADS } from './lead-lists';

const LeadCard = lazy(() => import('./lead-card').then((it) => ({ default: it.LeadCard })));
const PossibleTwins = lazy(() => import('@/lib/record/possible-twins').then((it) => ({ default: it.PossibleTwins })));

const all = getRouteApi('/_app/leads/');
const mine = getRouteApi('/_app/leads/mine');

export function LeadListPage() {
  return (
    <Leads
      list={useResourceList(lead, all.useSearch(), all.useNavigate(), ALL_LEADS)}
      quick={['contact_color', 'status', 'owner_id']}
    />
  );
}

export function MyLeadsPage() {
  const { t } = useTranslation('lead');
  const list = useResourceList(lead, mine.useSearch(), mine.useNavigate(), MY_LEADS);
  return <Leads list={list} title={t('mine')} quick={['contact_color', 'status', 'level']} />;
}

const ASKED = [
  'company_name',
  'contact_name',
  'mobile',
  'phone',
  'title',
  'email',
  'wechat',
  'source',
  'level',
  'industry',
  'region',
  'address',
  'budget',
  'expected_date',
  'requirement',
  'tags',
  'owner_id',
  'pool_id',
];

const COMPARED = ['company_name', 'contact_name', 'phone', 'mobile', 'email'];

function Leads({ list, title, quick }: { list: ListState; title?: string; quick: string[] }) {
  const { t } = useTranslation('lead');
  return (
    <ListPage
      list={list}
      title={title}
      create={
        <CreateRecord
          list={list}
          fields={ASKED}
          hint={(typed) => (
            <Suspense fallback={null}>
              <PossibleTwins of={typed} path="/leads/duplicates/check" by={COMPARED} />
            </Suspense>
          )}
        />
      }
      more={
        <>
          <ImportRecords resource={lead} />
          <ExportRecords list={list} />
        </>
      }
    >
      <ViewTabs list={list}>
        <ToneLegend meaning={{ late: t('tone.late'), soon: t('tone.soon') }} />
      </ViewTabs>
      <FilterBar list={list} quick={[...quick, 'next_contact_at', 'recycle_due_on', 'source']} />
      <ListBody list={list} card={LeadCard} />
      <BulkBar list={list}>
        <BulkActions list={list} />
        <BulkEdit list={list} />
        <DeleteRecords list={list} />
      </BulkBar>
    </ListPage>
  );
}
