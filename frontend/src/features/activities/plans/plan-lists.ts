import type { Within } from '@/lib/resource/start-list';

export const PLANS: Within = {
  columns: ['content', 'planned_at', 'status', 'subject', 'method', 'owner_id', 'recurrence', 'source'],
};
