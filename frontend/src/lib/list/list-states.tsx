import { CloudOutlined, FilterOutlined, InboxOutlined, LockOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/lib/api/problem';
import { useCan } from '@/lib/resource/permissions';
import type { ListState } from '@/lib/resource/use-resource-list';
import './list.css';

const SKELETON_ROWS = Array.from({ length: 12 }, (_, index) => index);

/** The shape of what is coming, with words for those who cannot see it. */
export function GridSkeleton() {
  const { t } = useTranslation();
  return (
    <div className="gx-skeleton" role="status" aria-label={t('loading')}>
      {SKELETON_ROWS.map((row) => (
        <div key={row} className="gx-skeleton-row">
          <Skeleton.Button active size="small" style={{ width: 180 }} />
          <Skeleton.Button active size="small" style={{ width: 90 }} />
          <Skeleton.Button active size="small" style={{ width: 120 }} />
          <Skeleton.Button active size="small" style={{ width: 140 }} />
        </div>
      ))}
    </div>
  );
}

interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  text?: string;
  children?: ReactNode;
}

export function EmptyState({ icon = <InboxOutlined />, title, text, children }: EmptyStateProps) {
  return (
    <div className="gx-empty" role="status">
      <span className="gx-empty-icon" aria-hidden="true">
        {icon}
      </span>
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {children}
    </div>
  );
}

/** What went wrong, with the button that helps. */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation();
  if (isProblem(error, 403)) {
    return <EmptyState icon={<LockOutlined />} title={t('forbidden.title')} text={t('forbidden.text')} />;
  }
  const reason = isProblem(error, 0) ? t('problem.offline') : error instanceof Error ? error.message : undefined;
  return (
    <EmptyState icon={<CloudOutlined />} title={t('failed.title')} text={reason}>
      <Button onClick={retry}>{t('retry')}</Button>
    </EmptyState>
  );
}

/** What a button says that makes a new one: as people say it of this kind, where they have a word for it. */
export const CREATE = ['create', 'common:create'];

/** Nothing yet, nothing matches, not allowed, failed: four different things, four different ways on. */
export function NoRows({ list }: { list: ListState }) {
  const { key } = list.resource;
  const { t } = useTranslation(key);
  const can = useCan();
  if (list.error) return <Failure error={list.error} retry={list.retry} />;
  if (list.filter || list.q) {
    return (
      <EmptyState icon={<FilterOutlined />} title={t('common:no_match.title')} text={t('common:no_match.text')}>
        <Button onClick={() => list.change({ filter: list.view?.filter ? 'none' : undefined, q: undefined })}>
          {t('common:clear_filters')}
        </Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t(`${key}:empty.title`)} text={t(`${key}:empty.text`)}>
      {list.takesNew && can(`${key}:create`) && (
        <Button type="primary" onClick={() => list.change({ create: true })}>
          {t(CREATE)}
        </Button>
      )}
    </EmptyState>
  );
}
