import { Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import type { FollowUpFormProps } from './follow-up-form';
import './log-activity.css';

const FollowUpForm = lazy(() => import('./follow-up-form').then((it) => ({ default: it.FollowUpForm })));

/** The box to log a follow-up; the record is there to be read before it. */
export function LogActivity(props: FollowUpFormProps) {
  return (
    <Suspense fallback={<Skeleton active className="gx-log gx-log-pending" />}>
      <FollowUpForm {...props} />
    </Suspense>
  );
}
