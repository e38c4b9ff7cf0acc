import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidate, query } from '@/lib/api/query';
import { leftOf } from './quota';
import './ownership.css';

interface QuotaLineProps {
  /** What lies in the pools, as its permissions call it. */
  object: string;
  /** How many lie there now. */
  total: number | undefined;
  /** What else is to be known of a pool before one takes from it. */
  children?: (poolId: string) => ReactNode;
}

/** How many one may still take, today and at all, and how long one keeps them: known before the click. */
export function QuotaLine({ object, total, children }: QuotaLineProps) {
  const { t } = useTranslation();
  const { data } = useQuery(query('/me/quotas', { query: { object } }));
  const seen = useRef(total);
  useEffect(() => {
    // The pool has changed, by my hand or another's: so may have what is left to me.
    if (seen.current !== undefined && seen.current !== total) invalidate('/me/quotas');
    seen.current = total;
  }, [total]);
  const quotas = (data?.items ?? []).filter((it) => it.may_claim);
  const [first] = quotas;
  if (!first) return <p className="gx-quota">{data ? t('ownership.quota.none') : '\u00a0'}</p>;
  return (
    <p className="gx-quota" aria-live="polite">
      <Left words={t('ownership.quota.held')} left={leftOf(first.cap, first.held)} limit={first.cap} />
      {quotas.map((it) => (
        <span key={it.pool_id}>
          <Left
            words={t('ownership.quota.today', { pool: it.pool_name })}
            left={it.daily_remaining}
            limit={it.daily_limit}
          />
          {it.pool_cap !== null && (
            <Left
              words={t('ownership.quota.pool', { pool: it.pool_name })}
              left={leftOf(it.pool_cap, it.pool_held)}
              limit={it.pool_cap}
            />
          )}
          {children?.(it.pool_id)}
        </span>
      ))}
    </p>
  );
}

function Left({ words, left, limit }: { words: string; left: number | null; limit: number | null }) {
  const { t } = useTranslation();
  return (
    <span>
      {words}{' '}
      <b data-empty={left === 0 || undefined}>
        {left === null ? t('ownership.quota.unlimited') : t('ownership.quota.left', { left, limit: limit ?? 0 })}
      </b>
    </span>
  );
}
