import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { formatFullTime, formatTime } from '@/lib/format/date';
import { EmptyState, Failure } from '@/lib/list/list-states';

interface Holding {
  id: string;
  owner_name?: string | null;
  pool_name?: string | null;
  from: string;
  to?: string | null;
  reason?: string | null;
  by_name?: string | null;
}

const PATH = '/customers/{id}/owner-history';

/** In whose hands the customer was, newest first. */
export function OwnerHistory({ id }: { id: string }) {
  const { t } = useTranslation('customer');
  const found = useQuery({
    queryKey: [PATH, { id }],
    queryFn: ({ signal }) => callPath<{ items: Holding[] }>('get', PATH, { path: { id }, signal }),
  });
  const items = found.data?.items ?? [];
  if (found.isPending) return <Skeleton active paragraph={{ rows: 4 }} />;
  if (found.error) return <Failure error={found.error} retry={() => void found.refetch()} />;
  if (items.length === 0) return <EmptyState title={t('owner_history.empty')} />;
  return (
    <ol className="gx-owner-log">
      {items.map((it) => (
        <li key={it.id}>
          <b>{it.owner_name ?? it.pool_name}</b>{' '}
          <time dateTime={it.from} title={formatFullTime(it.from)}>
            {it.to
              ? `${formatTime(it.from)} – ${formatTime(it.to)}`
              : t('owner_history.from', { time: formatTime(it.from) })}
          </time>
          {(it.reason || it.by_name) && (
            <p className="gx-faint">{[it.reason, it.by_name].filter(Boolean).join(' · ')}</p>
          )}
        </li>
      ))}
    </ol>
  );
}
