import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BulkActions, BulkBar } from '@/lib/list/bulk-bar';
import { DeleteRecords } from '@/lib/list/delete-records';
import { ExportRecords } from '@/lib/list/export-records';
import { FilterBar } from '@/lib/list/filter-bar';
import { ListBody } from '@/lib/list/list-body';
import { ListPage } from '@/lib/list/list-page';
import { ViewTabs } from '@/lib/list/view-tabs';
import { useResourceList } from '@/lib/resource/use-resource-list';
import { POOLED } from './lead-lists';
import { pooledLead } from './pooled-lead';
import { PooledLeadCard } from './pooled-lead-card';
import { QuotaLine } from './quota-line';

const route = getRouteApi('/_app/leads/pool');

/** Leads that nobody owns: who let them go, when and why, and one click to take them. */
export function LeadPoolPage() {
  const { t } = useTranslation('lead');
  const list = useResourceList(pooledLead, route.useSearch(), route.useNavigate(), POOLED);
  return (
    <ListPage list={list} title={t('pool')} more={<ExportRecords list={list} />}>
      <QuotaLine total={list.total?.value} />
      <ViewTabs list={list} />
      <FilterBar list={list} quick={['pool_id', 'grade', 'source', 'pooled_by', 'pooled_at', 'region']} />
      <ListBody list={list} card={PooledLeadCard} />
      <BulkBar list={list}>
        <BulkActions list={list} only={['claim', 'assign']} />
        <DeleteRecords list={list} />
      </BulkBar>
    </ListPage>
  );
}
