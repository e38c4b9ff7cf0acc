import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { isProblem } from '@/lib/api/problem';
import { invalidate, queryClient } from '@/lib/api/query';
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
  department_id?: string;
  access: 'read' | 'read_write';
  role_label?: string | null;
  expires_at?: string | null;
  expired?: boolean;
}

interface Members {
  items: Member[];
  /** What a change gives back. */
  version: number;
}

/** Who else works on a customer, as what and until when. */
export function Team({ of: record }: { of: RecordState }) {
  const { t } = useTranslation('customer');
  const toast = useToast();
  // What is changed, and the team that was seen then: it may move on while one types.
  const [edited, setEdited] = useState<{ member?: Member; version?: number }>();
  const path = { id: record.id };
  const key = [PATH, path];
  const found = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => callPath<Members>('get', PATH, { path, signal }),
  });
  const members = found.data?.items ?? [];
  const edit = (member?: Member) => setEdited({ member, version: found.data?.version });
  const canChange = record.allowed.has('transfer');
  const put = async (next: Member[], ifMatch = queryClient.getQueryData<Members>(key)?.version) => {
    const members = next.map(({ user_name: _, expired: __, ...it }) => it);
    try {
      queryClient.setQueryData(key, await callPath<Members>('put', PATH, { path, body: { members }, ifMatch }));
    } catch (error) {
      // Somebody else was first: what the team is now is shown, and nothing of it is lost.
      if (isProblem(error, 409, 412)) {
        const { data } = await found.refetch();
        setEdited((old) => old && { ...old, version: data?.version });
        toast.refused(t('team.changed'));
      } else toast.failed(error);
      throw error;
    } finally {
      invalidate('/customers/{id}/timeline', '/customers/{id}/history');
    }
  };
  const change = async (next: Member[], before = members) => {
    await put(next).then(
      () => toast.done(t('common:saved'), () => put(before).catch(() => undefined)),
      () => undefined,
    );
  };
  if (found.isPending) return <Skeleton active paragraph={{ rows: 3 }} />;
  if (found.error) return <Failure error={found.error} retry={() => void found.refetch()} />;
  return (
    <div className="gx-team">
      {canChange && (
        <Button icon={<PlusOutlined />} onClick={() => edit()}>
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
              <span>
                <Button
                  type="text"
                  icon={<EditOutlined />}
                  aria-label={t('team.edit', { name: it.user_name })}
                  onClick={() => edit(it)}
                />
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('team.remove', { name: it.user_name })}
                  onClick={() => void change(members.filter((other) => other !== it))}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
      <Suspense fallback={null}>
        {edited && (
          <MemberDialog
            of={edited.member}
            onClose={() => setEdited(undefined)}
            onSave={(member) => put([...members.filter((it) => it.user_id !== member.user_id), member], edited.version)}
          />
        )}
      </Suspense>
    </div>
  );
}
