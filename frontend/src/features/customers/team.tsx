import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { invalidate } from '@/lib/api/query';
import { StatusTag } from '@/lib/fields/status-tag';
import { formatDate } from '@/lib/format/date';
import { EmptyState, Failure } from '@/lib/list/list-states';
import type { RecordState } from '@/lib/resource/use-record';
import { useToast } from '@/lib/resource/use-toast';
import './team.css';

const MemberDialog = lazy(() => import('./member-dialog').then((it) => ({ default: it.MemberDialog })));
const PATH = '/customers/{id}/team';

export interface Member {
  user_id: string;
  user_name?: string;
  access: 'read' | 'read_write';
  role_label?: string | null;
  expires_at?: string | null;
  expired?: boolean;
}

/** Who else works on a customer, as what and until when. */
export function Team({ of: record }: { of: RecordState }) {
  const { t } = useTranslation('customer');
  const toast = useToast();
  const [isAdding, setAdding] = useState(false);
  const path = { id: record.id };
  const found = useQuery({
    queryKey: [PATH, path],
    queryFn: ({ signal }) => callPath<{ items: Member[] }>('get', PATH, { path, signal }),
  });
  const members = found.data?.items ?? [];
  const canChange = record.allowed.has('transfer');
  const put = async (next: Member[]) => {
    const members = next.map(({ user_name: _, expired: __, ...it }) => it);
    await callPath('put', PATH, { path, body: { members } });
    invalidate(PATH, '/customers/{id}/timeline', '/customers/{id}/history');
  };
  const change = async (next: Member[], before = members) => {
    try {
      await put(next);
      toast.done(t('common:saved'), () => put(before).catch(toast.failed));
    } catch (error) {
      toast.failed(error);
    }
  };
  if (found.isPending) return <Skeleton active paragraph={{ rows: 3 }} />;
  if (found.error) return <Failure error={found.error} retry={() => void found.refetch()} />;
  return (
    <div className="gx-team">
      {canChange && (
        <Button icon={<PlusOutlined />} onClick={() => setAdding(true)}>
          {t('team.add')}
        </Button>
      )}
      {members.length === 0 && <EmptyState title={t('team.empty')} />}
      <ul>
        {members.map((it) => (
          <li key={it.user_id}>
            <span>
              <b>{it.user_name}</b> <StatusTag>{t(`access.${it.access}`)}</StatusTag>{' '}
              {it.expired && <StatusTag color="red">{t('team.expired')}</StatusTag>}
              <span className="gx-faint">
                {[it.role_label, it.expires_at ? `${t('team.until')} ${formatDate(it.expires_at)}` : '']
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            {canChange && (
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('team.remove', { name: it.user_name })}
                onClick={() => void change(members.filter((other) => other !== it))}
              />
            )}
          </li>
        ))}
      </ul>
      <Suspense fallback={null}>
        {isAdding && (
          <MemberDialog
            onClose={() => setAdding(false)}
            onAdd={(member) => put([...members.filter((it) => it.user_id !== member.user_id), member])}
          />
        )}
      </Suspense>
    </div>
  );
}
