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
import { customer } from './customer.resource';
import { MY_CUSTOMERS } from './customer-lists';

const CustomerCard = lazy(() => import('./customer-card').then((it) => ({ default: it.CustomerCard })));
const PossibleTwins = lazy(() => import('@/lib/record/possible-twins').then((it) => ({ default: it.PossibleTwins })));

const all = getRouteApi('/_app/customers/');
const mine = getRouteApi('/_app/customers/mine');

export function CustomerListPage() {
  const list = useResourceList(customer, all.useSearch(), all.useNavigate());
  return <Customers list={list} quick={['contact_color', 'level', 'owner_id']} />;
}

export function MyCustomersPage() {
  const { t } = useTranslation('customer');
  const list = useResourceList(customer, mine.useSearch(), mine.useNavigate(), MY_CUSTOMERS);
  return <Customers list={list} title={t('mine')} quick={['contact_color', 'level', 'stage']} />;
}

const ASKED = [
  'name',
  'uscc',
  'phone',
  'level',
  'stage',
  'industry',
  'region',
  'address',
  'email',
  'website',
  'source',
  'nature',
  'scale',
  'role',
  'category',
  'requirement',
  'tags',
  'owner_id',
  'pool_id',
  'duplicate_reason',
];
/** Why there is another one, where that is asked. */
const DESPITE = ['duplicate_reason'];
const COMPARED = ['name', 'uscc', 'phone', 'email', 'website'];

function Customers({ list, title, quick }: { list: ListState; title?: string; quick: string[] }) {
  const { t } = useTranslation('customer');
  const twins = (typed: Record<string, unknown>) => (
    <Suspense fallback={null}>
      <PossibleTwins of={typed} path="/customers/duplicates/check" by={COMPARED} />
    </Suspense>
  );
  return (
    <ListPage
      list={list}
      title={title}
      create={<CreateRecord list={list} fields={ASKED} always={DESPITE} hint={twins} />}
      more={
        <>
          <ImportRecords resource={customer} />
          <ExportRecords list={list} />
        </>
      }
    >
      <ViewTabs list={list}>
        <ToneLegend meaning={{ late: t('tone.late'), soon: t('tone.soon') }} />
      </ViewTabs>
      <FilterBar list={list} quick={[...quick, 'next_contact_at', 'industry', 'region']} />
      <ListBody list={list} card={CustomerCard} />
      <BulkBar list={list}>
        <BulkActions list={list} only={['assign', 'transfer', 'release', 'lock', 'unlock']} />
        <BulkEdit list={list} />
        <DeleteRecords list={list} />
      </BulkBar>
    </ListPage>
  );
}
