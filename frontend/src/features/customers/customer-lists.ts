import type { Within } from '@/lib/resource/start-list';

/** What I own, the longest unattended first. */
export const MY_CUSTOMERS: Within = {
  filter: { field: 'owner_id', op: 'eq', value: 'me' },
  sort: 'next_contact_at',
  columns: ['name', 'level', 'stage', 'phone', 'last_activity_at', 'next_contact_at', 'industry', 'region'],
};
