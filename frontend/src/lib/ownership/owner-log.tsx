import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { formatFullTime, formatTime } from '@/lib/format/date';
import { EmptyState, Failure } from '@/lib/list/list-states';
import { useLabel, useMeta } from '@/lib/resource/meta';

interface Passing {
  id: string;
  kind: string;
  at: string;
  by_name?: string | null;
  from_owner_name?: string | null;
  to_owner_name?: string | null;
  from_pool_name?: string | null;
  to_pool_name?: string | null;
  reason?: string | null;
  note?: string | null;
}

const REASONS = ['pooled_reason', 'invalid_reason'];

interface OwnerLogProps {
  /** `/leads/{id}/owner-log` */
  path: string;
  id: string;
  /** Whose words the reasons are in, as `/meta/…` names it. */
  of: string;
}

/** From whose hands into whose, newest first. */
export function OwnerLog({ path, id, of: resource }: OwnerLogProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const { byKey } = useMeta(resource);
  const found = useQuery({
    queryKey: [path, { id }],
    queryFn: ({ signal }) => callPath<{ items: Passing[] }>('get', path, { path: { id }, signal }),
  });
  const items = found.data?.items ?? [];
  const reasons = REASONS.flatMap((key) => byKey.get(key)?.options ?? []);
  const reasonOf = (value: string) => label(reasons.find((it) => it.value === value)?.label) || value;
  if (found.isPending) return <Skeleton active paragraph={{ rows: 4 }} />;
  if (found.error) return <Failure error={found.error} retry={() => void found.refetch()} />;
  if (items.length === 0) return <EmptyState title={t('ownership.log.empty')} />;
  return (
    <ol className="gx-owner-log">
      {items.map((it) => (
        <li key={it.id}>
          <b>{t(`ownership.log.${it.kind}`)}</b>{' '}
          <span>
            {[it.from_owner_name ?? it.from_pool_name, it.to_owner_name ?? it.to_pool_name].filter(Boolean).join(' → ')}
          </span>
          <time dateTime={it.at} title={formatFullTime(it.at)}>
            {[it.by_name, formatTime(it.at)].filter(Boolean).join(' · ')}
          </time>
          {(it.reason || it.note) && (
            <p className="gx-faint">{[it.reason ? reasonOf(it.reason) : '', it.note].filter(Boolean).join(' · ')}</p>
          )}
        </li>
      ))}
    </ol>
  );
}
