import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidate, query } from '@/lib/api/query';

interface Room {
  limit: number | null;
  used: number;
  remaining: number | null;
}

interface PoolQuota {
  pool_id: string;
  pool_name: string;
  daily: Room;
  no_followup_days?: number | null;
  not_converted_days?: number | null;
}

interface Quotas {
  leads?: { held?: Room; pools?: PoolQuota[] };
}

/** How many one may still take, today and at all, and how long one keeps them: known before the click. */
export function QuotaLine({ total }: { total: number | undefined }) {
  const { t } = useTranslation('lead');
  const { data } = useQuery(query('/me/quotas'));
  const seen = useRef(total);
  useEffect(() => {
    // The pool has changed, by my hand or another's: so may have what is left to me.
    if (seen.current !== undefined && seen.current !== total) invalidate('/me/quotas');
    seen.current = total;
  }, [total]);
  const quotas = (data as Quotas | undefined)?.leads;
  if (!quotas) return <p className="gx-quota">&nbsp;</p>;
  return (
    <p className="gx-quota" aria-live="polite">
      {quotas.held && <RoomLeft room={quotas.held} words={t('quota.held')} />}
      {quotas.pools?.map((pool) => (
        <span key={pool.pool_id}>
          <RoomLeft room={pool.daily} words={t('quota.today', { pool: pool.pool_name })} />
          {Boolean(pool.no_followup_days) && <> · {t('quota.recycle', { count: pool.no_followup_days ?? 0 })}</>}
        </span>
      ))}
    </p>
  );
}

function RoomLeft({ room, words }: { room: Room; words: string }) {
  const { t } = useTranslation('lead');
  return (
    <span>
      {words}{' '}
      <b data-empty={room.remaining === 0 || undefined}>
        {room.remaining === null
          ? t('quota.unlimited')
          : t('quota.left', { remaining: room.remaining, limit: room.limit ?? 0 })}
      </b>
    </span>
  );
}
