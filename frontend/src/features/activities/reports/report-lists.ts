import type { Within } from '@/lib/resource/start-list';

export const REPORTS: Within = {
  columns: ['owner_name', 'kind', 'period_start', 'status', 'done', 'submitted_at', 'late', 'score'],
};
