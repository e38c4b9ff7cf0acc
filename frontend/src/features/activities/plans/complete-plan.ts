import { callPath } from '@/lib/api/client';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { logFollowUp } from '@/lib/record/follow-up-request';

const PLAN = { key: 'follow_up_plan', list: '/follow-up-plans', item: '/follow-up-plans/{id}' };

/** Asks what was said, and ticks the plan off; what is not said is as it was planned. */
export function completePlan(row: Pick<Row, 'id'> & { method?: unknown }, name: string) {
  const send = async (activity: Record<string, unknown>) => {
    await callPath('post', `${PLAN.item}/complete`, { path: { id: row.id }, body: { activity } });
    invalidate('/leads', '/leads/{id}', '/leads/{id}/timeline');
    invalidate('/customers', '/customers/{id}', '/customers/{id}/timeline', '/follow-up-plans/{id}/history');
  };
  logFollowUp(PLAN, { id: row.id, name }, { kind: typeof row.method === 'string' ? row.method : undefined, send });
}
