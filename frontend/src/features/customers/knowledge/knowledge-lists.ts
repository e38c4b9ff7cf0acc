import type { Within } from '@/lib/resource/start-list';

export const KNOWN: Within = {
  sort: '-created_at',
  columns: [
    'text',
    'kind',
    'customer_id',
    'confidence',
    'valid_until',
    'visibility',
    'status',
    'created_by',
    'created_at',
  ],
};
