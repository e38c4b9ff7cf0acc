import { getRouteApi } from '@tanstack/react-router';
import { lazy } from 'react';
import { RulePage } from '@/lib/rules/rule-page';
import { customerPool } from './customer-pool.resource';
import { useCustomerPoolSentences } from './use-customer-pool-sentences';

const Fields = lazy(() => import('./customer-pool-fields').then((it) => ({ default: it.CustomerPoolFields })));

const route = getRouteApi('/_app/settings/customer-pools');

const DAYS = { A: 15, B: 30, C: 60, D: 90 };

const NEW = {
  enabled: true,
  is_default: false,
  user_ids: [],
  role_ids: [],
  department_ids: [],
  admin_ids: [],
  visible_to_members: true,
  masked_fields: ['phone', 'phones', 'email', 'wechat'],
  members_may_claim: true,
  member_may_transfer: false,
  daily_limit: 10,
  prev_owner_freeze_days: 15,
  new_data_wait_days: 0,
  dealt_counts: false,
  clear_team: false,
  remind_days: 7,
  recycle_rules: [
    {
      kind: 'no_followup',
      days: DAYS,
      include_dealt: false,
      include_with_open_opportunity: false,
      exempt_tags: [],
      enabled: true,
    },
  ],
};

export function CustomerPoolsPage() {
  const navigate = route.useNavigate();
  return (
    <RulePage
      kind="sea"
      sort="name"
      resource={customerPool}
      sentences={useCustomerPoolSentences()}
      Fields={Fields}
      initial={NEW}
      edit={route.useSearch().edit}
      onEdit={(edit) => void navigate({ search: { edit } })}
    />
  );
}
