import type { Within } from '@/lib/resource/start-list';

/** All that one may see: whose it is and what presses stand first. */
export const ALL_LEADS: Within = {
  columns: [
    'name',
    'status',
    'owner_id',
    'next_contact_at',
    'recycle_due_on',
    'level',
    'grade',
    'mobile',
    'source',
    'pool_id',
    'created_at',
  ],
};

/** What I hold and have not finished, the most urgent first. */
export const MY_LEADS: Within = {
  filter: {
    and: [
      { field: 'owner_id', op: 'eq', value: 'me' },
      { field: 'status', op: 'in', value: ['pending', 'following'] },
    ],
  },
  sort: 'next_contact_at',
  takesNew: true,
  columns: [
    'name',
    'status',
    'next_contact_at',
    'recycle_due_on',
    'level',
    'grade',
    'mobile',
    'last_activity_at',
    'source',
  ],
};

/** What lies in the pools, with who let it go, when and why. */
export const POOLED: Within = {
  filter: { field: 'status', op: 'eq', value: 'unassigned' },
  sort: '-pooled_at',
  columns: [
    'name',
    'status',
    'grade',
    'mobile',
    'source',
    'last_owner_id',
    'pooled_by',
    'pooled_reason',
    'pooled_at',
    'pool_id',
    'return_count',
  ],
};
