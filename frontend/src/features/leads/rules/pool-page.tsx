import { getRouteApi } from '@tanstack/react-router';
import { lazy } from 'react';
import { RulePage } from '@/lib/rules/rule-page';
import { leadPool } from '../lead-pool.resource';
import { usePoolSentences } from './pool-sentences';

const PoolFields = lazy(() => import('./pool-fields').then((it) => ({ default: it.PoolFields })));

const route = getRouteApi('/_app/settings/lead-pools');

const NEW = {
  enabled: true,
  is_default: false,
  user_ids: [],
  role_ids: [],
  department_ids: [],
  admin_ids: [],
  visible_to_members: true,
  masked_fields: ['phone', 'mobile', 'email', 'wechat'],
  members_may_claim: true,
  daily_limit: 20,
  prev_owner_freeze_days: 7,
  new_data_wait_days: 0,
  recycle_enabled: true,
  no_followup_days: 15,
  not_converted_days: 60,
  recycle_mode: 'any',
  remind_days: 3,
  working_days_only: false,
  exempt_levels: [],
  exempt_tags: [],
  exempt_role_ids: [],
};

export function LeadPoolsPage() {
  const navigate = route.useNavigate();
  return (
    <RulePage
      kind="pool"
      sort="name"
      resource={leadPool}
      sentences={usePoolSentences()}
      Fields={PoolFields}
      initial={NEW}
      edit={route.useSearch().edit}
      onEdit={(edit) => void navigate({ search: { edit } })}
    />
  );
}
