import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import type { Row } from '@/lib/api/schema-types';
import { chunksOf, rowsOf, type Subject } from '@/lib/resource/batch';
import { useCan } from '@/lib/resource/permissions';
import { customer } from '../customer.resource';
import '../customers.css';

const OPEN = { field: 'status', op: 'in', value: ['planned', 'missed'] };
/** So many ids fit into an address, and so many owners into a filter. */
const AT_ONCE = 100;
const OWNERS_AT_ONCE = 20;
/** Beyond it nobody waits for a count. */
const MOST = 1_000;

/** What goes along with customers to their next owner, and what stays where it is. */
export function Along({ of: subject, count }: { of: Subject; count: number }) {
  const { t } = useTranslation('customer');
  const can = useCan();
  const asked = { contacts: can('contact:read'), plans: can('follow_up_plan:read') };
  const { data, isLoading } = useQuery({
    queryKey: [customer.list, 'along', subject, asked],
    queryFn: () => countAlong(subject, asked),
    enabled: count <= MOST,
  });
  return (
    <section className="gx-along" aria-label={t('along.title')} aria-live="polite" aria-busy={isLoading}>
      <ul>
        {count > MOST && <li>{t('along.many')}</li>}
        {data && asked.contacts && <li>{t('along.contacts', { count: data.contacts })}</li>}
        {data && data.plans > 0 && <li>{t('along.plans', { count: data.plans })}</li>}
        {data && data.below > 0 && <li>{t('along.below', { count: data.below })}</li>}
      </ul>
    </section>
  );
}

async function countAlong(subject: Subject, asked: { contacts: boolean; plans: boolean }) {
  const rows = await rowsOf(customer, subject, ['owner_id']);
  const sum = async (path: string, filters: unknown[]) => {
    const counts = await Promise.all(filters.map((filter) => countOf(path, filter)));
    return counts.reduce((all, one) => all + one, 0);
  };
  const [contacts, plans, below] = await Promise.all([
    asked.contacts
      ? sum(
          '/contacts',
          chunksOf(rows, AT_ONCE).map((part) => among('customer_id', part)),
        )
      : 0,
    asked.plans ? sum('/follow-up-plans', plansOf(rows)) : 0,
    countBelow(rows),
  ]);
  return { contacts, plans, below };
}

function among(field: string, rows: { id: string }[]) {
  return { field, op: 'in', value: rows.map(({ id }) => id) };
}

/** A plan goes along when it is the owner's own. */
function plansOf(rows: Row[]) {
  const byOwner = rows.toSorted((a, b) => String(a.owner_id).localeCompare(String(b.owner_id)));
  return chunksOf(byOwner, AT_ONCE)
    .flatMap((part) => chunksOf(ofEachOwner(part), OWNERS_AT_ONCE))
    .map((theirs) => ({ and: [OPEN, { or: theirs }] }));
}

function ofEachOwner(rows: Row[]) {
  const owners = new Set(rows.map((row) => row.owner_id).filter(Boolean));
  return [...owners].map((owner) => {
    const theirs = rows.filter((row) => row.owner_id === owner);
    return { and: [among('customer_id', theirs), { field: 'owner_id', op: 'eq', value: owner }] };
  });
}

/** All below, level by level, that are not meant themselves. */
async function countBelow(rows: Row[]): Promise<number> {
  const seen = new Set(rows.map(({ id }) => id));
  let level: { id: string }[] = rows;
  let below = 0;
  while (level.length > 0) {
    const found = await Promise.all(
      chunksOf(level, AT_ONCE).map((part) => rowsOf(customer, { matching: { filter: among('parent_id', part) } })),
    );
    level = found.flat().filter(({ id }) => !seen.has(id));
    for (const { id } of level) seen.add(id);
    below += level.length;
  }
  return below;
}

async function countOf(path: string, filter: unknown): Promise<number> {
  const query = { filter, limit: 1, count: 'exact' };
  const { total } = await callPath<{ total: { value: number } | null }>('get', path, { query });
  return total?.value ?? 0;
}
