import { defineResource } from '@/lib/resource/define-resource';

/** Where other programs are told of events. */
export const webhook = defineResource({
  key: 'webhook',
  list: '/webhooks',
  item: '/webhooks/{id}',
  titleOf: (row) => String(row.name),
});

export const EVERY = '*';

/** One attempt to tell it, as the log shows it. */
export interface Delivery {
  id: string;
  event: string;
  status: 'queued' | 'sent' | 'dead';
  tries: number;
  response_status: number | null;
  error: string | null;
  next_try_at: string | null;
  sent_at: string | null;
  created_at: string;
}
