import type { Within } from '@/lib/resource/start-list';

export const VISITS: Within = {
  columns: ['customer_name', 'status', 'check_in_at', 'check_in_address', 'distance_m', 'minutes', 'owner_id'],
};
