import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BulkActions, BulkBar } from '@/lib/list/bulk-bar';
import { DeleteRecords } from '@/lib/list/delete-records';
import { ExportRecords } from '@/lib/list/export-records';
import { FilterBar } from '@/lib/list/filter-bar';
import { ListBody } from '@/lib/list/list-body';
import { ListPage } from '@/lib/list/list-page';
import { ViewTabs } from '@/lib/list/view-tabs';
import { QuotaLine } from '@/lib/ownership/quota-line';
import { useCan } from '@/lib/resource/permissions';
import { useResourceList } from '@/lib/resource/use-resource-list';
import { pageQuery } from '@/lib/resource/use-rows';
import { POOLED } from './lead-lists';
import { pooledLead } from './pooled-lead';
import { PooledLeadCard } from './pooled-lead-card';

const route = getRouteApi('/_app/leads/pool');

/** Leads that nobody owns: who let them go, when and why, and one click to take them. */
export function LeadPoolPage() {
  const { t } = useTranslation('lead');
  const list = useResourceList(pooledLead, route.useSearch(), route.useNavigate(), POOLED);
  return (
    <ListPage list={list} title={t('pool')} more={<ExportRecords list={list} />}>
      <QuotaLine object="lead" total={list.total?.value}>
        {(id) => <Keeping poolId={id} />}
      </QuotaLine>
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

/** How long one keeps a lead without speaking to them. */
function Keeping({ poolId }: { poolId: string }) {
  const { t } = useTranslation('lead');
  const can = useCan();
  const { data } = useQuery({ ...pageQuery('/lead-pools', {}, 0), enabled: can('lead_pool:read') });
  const pool = data?.items.find((it) => it.id === poolId);
  const days = pool?.no_followup_days;
  if (pool?.recycle_enabled !== true || typeof days !== 'number') return null;
  return <> · {t('recycle_after', { count: days })}</>;
}
