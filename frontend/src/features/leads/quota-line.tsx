import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidate, query } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { useCan } from '@/lib/resource/permissions';
import { pageQuery } from '@/lib/resource/use-rows';
import './leads.css';

/** What the caller may still take out of one pool; null is any number. */
interface Quota {
  pool_id: string;
  pool_name: string;
  may_claim: boolean;
  daily_limit: number | null;
  daily_remaining: number | null;
  cap: number | null;
  cap_remaining: number | null;
}

/** How many one may still take, today and at all, and how long one keeps them: known before the click. */
export function QuotaLine({ total }: { total: number | undefined }) {
  const { t } = useTranslation('lead');
  const can = useCan();
  const { data } = useQuery(query('/me/quotas', { query: { object: 'lead' } }));
  const pools = useQuery({ ...pageQuery('/lead-pools', {}, 0), enabled: can('lead_pool:read') }).data?.items;
  const seen = useRef(total);
  useEffect(() => {
    // The pool has changed, by my hand or another's: so may have what is left to me.
    if (seen.current !== undefined && seen.current !== total) invalidate('/me/quotas');
    seen.current = total;
  }, [total]);
  const quotas = ((data?.items ?? []) as Quota[]).filter((it) => it.may_claim);
  const [first] = quotas;
  if (!first) return <p className="gx-quota">{data ? t('quota.none') : '\u00a0'}</p>;
  return (
    <p className="gx-quota" aria-live="polite">
      <Left words={t('quota.held')} left={first.cap_remaining} limit={first.cap} />
      {quotas.map((it) => (
        <span key={it.pool_id}>
          <Left words={t('quota.today', { pool: it.pool_name })} left={it.daily_remaining} limit={it.daily_limit} />
          <Keeping pool={pools?.find((pool) => pool.id === it.pool_id)} />
        </span>
      ))}
    </p>
  );
}

function Left({ words, left, limit }: { words: string; left: number | null; limit: number | null }) {
  const { t } = useTranslation('lead');
  return (
    <span>
      {words}{' '}
      <b data-empty={left === 0 || undefined}>
        {left === null ? t('quota.unlimited') : t('quota.left', { left, limit: limit ?? 0 })}
      </b>
    </span>
  );
}

function Keeping({ pool }: { pool: Row | undefined }) {
  const { t } = useTranslation('lead');
  const days = pool?.no_followup_days;
  if (pool?.recycle_enabled !== true || typeof days !== 'number') return null;
  return <> · {t('quota.recycle', { count: days })}</>;
}
