import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { useCan } from '@/lib/resource/permissions';
import { hierarchyQuery } from '../family/hierarchy';
import '../customers.css';

const OPEN_PLANS = { field: 'status', op: 'in', value: ['planned', 'missed'] };

/** What goes along with a customer to its next owner, and what stays where it is. */
export function Along({ id, ownerId }: { id: string; ownerId: string }) {
  const { t } = useTranslation('customer');
  const can = useCan();
  const of = { field: 'customer_id', op: 'eq', value: id };
  const owners = { field: 'owner_id', op: 'eq', value: ownerId };
  const counted = [
    { path: '/contacts', permission: 'contact:read', filter: of },
    { path: '/follow-up-plans', permission: 'follow_up_plan:read', filter: { and: [of, owners, OPEN_PLANS] } },
  ];
  const [contacts, plans] = useQueries({
    queries: counted.map(({ path, permission, filter }) => ({
      queryKey: [path, 'count', filter],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        callPath<{ total: { value: number } | null }>('get', path, {
          query: { filter, limit: 1, count: 'exact' },
          signal,
        }),
      enabled: can(permission),
    })),
  });
  const family = useQuery(hierarchyQuery(id));
  const below = (family.data?.nodes.length ?? 1) - 1;
  const count = (found: typeof contacts) => found?.data?.total?.value ?? 0;
  return (
    <section className="gx-along" aria-label={t('along.title')} aria-live="polite">
      <ul>
        <li>{t('along.contacts', { count: count(contacts) })}</li>
        {count(plans) > 0 && <li>{t('along.plans', { count: count(plans) })}</li>}
        {below > 0 && <li>{t('along.below', { count: below })}</li>}
      </ul>
    </section>
  );
}
