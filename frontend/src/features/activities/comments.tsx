import { DeleteOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { invalidate } from '@/lib/api/query';
import { useSession } from '@/lib/api/session';
import { formatFullTime, formatTime } from '@/lib/format/date';
import { Failure } from '@/lib/list/list-states';
import { useToast } from '@/lib/resource/use-toast';
import './activities.css';

interface Comment {
  id: string;
  content: string;
  created_at: string;
  created_by: string;
  created_by_name: string;
}

/** What colleagues say to it, the oldest first, and the box to answer. */
export function Comments({ path, id }: { path: string; id: string }) {
  const { t } = useTranslation('work_report');
  const toast = useToast();
  const session = useSession();
  const [typed, setTyped] = useState('');
  const [isSending, setSending] = useState(false);
  const found = useQuery({
    queryKey: [path, { id }],
    queryFn: ({ signal }) => callPath<{ items: Comment[] }>('get', path, { path: { id }, signal }),
  });
  const change = async (doing: () => Promise<unknown>) => {
    setSending(true);
    try {
      await doing();
      invalidate(path);
    } catch (error) {
      toast.failed(error);
    } finally {
      setSending(false);
    }
  };
  const send = () =>
    change(async () => {
      await callPath('post', path, { path: { id }, body: { content: typed.trim(), mention_ids: [] } });
      setTyped('');
    });
  const remove = (comment: string) =>
    change(() => callPath('delete', `${path}/{comment_id}`, { path: { id, comment_id: comment } }));
  return (
    <section className="gx-panel gx-comments" aria-label={t('comments')}>
      <h2>{t('comments')}</h2>
      {found.isPending && <Skeleton active title={false} />}
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      <ul>
        {(found.data?.items ?? []).map((it) => (
          <li key={it.id}>
            <p>
              <b>{it.created_by_name}</b>{' '}
              <time dateTime={it.created_at} title={formatFullTime(it.created_at)} className="gx-faint">
                {formatTime(it.created_at)}
              </time>
              {it.created_by === session?.user.id && (
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label={t('comment_delete')}
                  onClick={() => void remove(it.id)}
                />
              )}
            </p>
            <p className="gx-pre">{it.content}</p>
          </li>
        ))}
      </ul>
      <Input.TextArea
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={2000}
        aria-label={t('comment')}
        placeholder={t('comment_example')}
      />
      <Button disabled={!typed.trim()} loading={isSending} onClick={() => void send()}>
        {t('comment_send')}
      </Button>
    </section>
  );
}
