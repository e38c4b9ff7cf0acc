import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import type { ActionFieldsProps } from '@/lib/resource/define-resource';
import { useNames } from '@/lib/rules/use-names';

const PATH = '/customer-knowledge/{id}/audience';
const NAMED = 8;

/** Who will be told, before it is told. */
export function PublishFields({ record }: ActionFieldsProps) {
  const { t } = useTranslation('customer_knowledge');
  const path = { id: record?.id ?? '' };
  const found = useQuery({
    queryKey: [PATH, path],
    queryFn: ({ signal }) => callPath<{ user_ids: string[] }>('get', PATH, { path, signal }),
    enabled: record !== undefined,
    staleTime: 0,
  });
  const ids = found.data?.user_ids ?? [];
  const nameOf = useNames([{ user_ids: ids.slice(0, NAMED) }]);
  if (found.isPending) return <Skeleton active paragraph={{ rows: 1 }} />;
  const names = ids.slice(0, NAMED).map(nameOf).join(t('common:separator'));
  return (
    <p className="gx-faint">
      {t(`publish_to.${String(record?.visibility)}`)}
      {ids.length > 0 ? ` ${t('publish_told', { count: ids.length, names })}` : ` ${t('publish_nobody')}`}
    </p>
  );
}
