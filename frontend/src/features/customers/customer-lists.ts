import type { Within } from '@/lib/resource/start-list';

/** What I own, the longest unattended first. */
export const MY_CUSTOMERS: Within = {
  filter: { field: 'owner_id', op: 'eq', value: 'me' },
  sort: 'next_contact_at',
  takesNew: true,
  columns: ['name', 'level', 'stage', 'phone', 'last_activity_at', 'next_contact_at', 'industry', 'region'],
};

/** What lies in the public sea, with who let it go, when and why. */
export const IN_THE_SEA: Within = {
  filter: { field: 'status', op: 'eq', value: 'pooled' },
  sort: '-pooled_at',
  columns: [
    'name',
    'status',
    'level',
    'phone',
    'industry',
    'region',
    'last_owner_id',
    'pooled_by',
    'pooled_reason',
    'pooled_at',
    'pool_id',
  ],
};
