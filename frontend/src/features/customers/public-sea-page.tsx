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
import { pooled } from '@/lib/ownership/claim-button';
import { QuotaLine } from '@/lib/ownership/quota-line';
import { useCan } from '@/lib/resource/permissions';
import { useResourceList } from '@/lib/resource/use-resource-list';
import { pageQuery } from '@/lib/resource/use-rows';
import { customer } from './customer.resource';
import { IN_THE_SEA } from './customer-lists';
import { PooledCustomerCard } from './pooled-customer-card';

const route = getRouteApi('/_app/customers/sea');
const pooledCustomer = pooled(customer);

/** Customers that nobody owns: who let them go, when and why, and one click to take them. */
export function PublicSeaPage() {
  const { t } = useTranslation('customer');
  const list = useResourceList(pooledCustomer, route.useSearch(), route.useNavigate(), IN_THE_SEA);
  return (
    <ListPage list={list} title={t('sea')} more={<ExportRecords list={list} />}>
      <QuotaLine object="customer" total={list.total?.value}>
        {(id) => <Keeping poolId={id} />}
      </QuotaLine>
      <ViewTabs list={list} />
      <FilterBar list={list} quick={['pool_id', 'level', 'industry', 'region', 'pooled_by', 'pooled_at']} />
      <ListBody list={list} card={PooledCustomerCard} />
      <BulkBar list={list}>
        <BulkActions list={list} only={['claim', 'assign', 'move']} />
        <DeleteRecords list={list} />
      </BulkBar>
    </ListPage>
  );
}

interface RecycleRule {
  kind: string;
  days?: Record<string, number | null>;
  enabled?: boolean;
}

/** How long one keeps a customer without speaking to them; it depends on the level. */
function Keeping({ poolId }: { poolId: string }) {
  const { t } = useTranslation('customer');
  const can = useCan();
  const { data } = useQuery({ ...pageQuery('/customer-pools', {}, 0), enabled: can('customer_pool:read') });
  const rules = (data?.items.find((it) => it.id === poolId)?.recycle_rules ?? []) as RecycleRule[];
  const rule = rules.find((it) => it.kind === 'no_followup' && it.enabled !== false);
  const days = Object.values(rule?.days ?? {}).filter((it) => typeof it === 'number');
  if (days.length === 0) return null;
  const [least, most] = [Math.min(...days), Math.max(...days)];
  return (
    <span
      title={Object.entries(rule?.days ?? {})
        .map(([level, count]) => `${level} ${count ?? '—'}`)
        .join(' · ')}
    >
      {' · '}
      {least === most ? t('recycle_after', { count: least }) : t('recycle_between', { least, most })}
    </span>
  );
}
