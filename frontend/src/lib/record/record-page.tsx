import { ArrowLeftOutlined, DownOutlined, UpOutlined } from '@ant-design/icons';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/lib/api/problem';
import { useShortcut } from '@/lib/keyboard/use-shortcut';
import { neighboursOf, trailOf } from '@/lib/list/list-memory';
import { EmptyState, Failure } from '@/lib/list/list-states';
import type { RecordState } from '@/lib/resource/use-record';
import './record.css';

/** The frame of every record: way back, neighbours, then what its children show. */
export function RecordPage({ record, children }: { record: RecordState; children: ReactNode }) {
  const { t } = useTranslation();
  if (isProblem(record.error, 404, 410)) {
    return <EmptyState title={t('gone.title')} text={t('gone.text')} />;
  }
  if (record.error && !record.data) return <Failure error={record.error} retry={record.retry} />;
  return (
    <article className="gx-record" aria-busy={record.isLoading}>
      <RecordPath record={record} />
      {record.data && record.meta ? children : <RecordSkeleton />}
    </article>
  );
}

function RecordPath({ record }: { record: RecordState }) {
  const { t } = useTranslation();
  const router = useRouter();
  const navigate = useNavigate();
  const { list } = record.resource;
  const { previous, next } = neighboursOf(list, record.id);
  const go = (id: string | undefined) => {
    if (id) void navigate({ to: `${list}/$id`, params: { id }, replace: true } as never);
  };
  const back = () => {
    const trail = trailOf(list);
    if (trail) router.history.push(trail.href);
    else void navigate({ to: list } as never);
  };
  useShortcut('mod+ArrowUp', t('shortcut.previous'), () => go(previous));
  useShortcut('mod+ArrowDown', t('shortcut.next'), () => go(next));
  return (
    <div className="gx-record-path">
      <Button type="text" size="small" icon={<ArrowLeftOutlined />} onClick={back}>
        {t('back_to_list')}
      </Button>
      <span>
        <Button
          type="text"
          size="small"
          icon={<UpOutlined />}
          disabled={!previous}
          aria-label={t('shortcut.previous')}
          onClick={() => go(previous)}
        />
        <Button
          type="text"
          size="small"
          icon={<DownOutlined />}
          disabled={!next}
          aria-label={t('shortcut.next')}
          onClick={() => go(next)}
        />
      </span>
    </div>
  );
}

function RecordSkeleton() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('loading')}>
      <Skeleton active title={{ width: 240 }} paragraph={{ rows: 2 }} />
      <Skeleton active paragraph={{ rows: 8 }} />
    </div>
  );
}
