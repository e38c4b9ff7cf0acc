import type { ServerEntry } from '@/lib/record/timeline-entry';

/** One thing that was done, or tried. */
export interface AuditEntry {
  id: string;
  at: string;
  actor_name: string | null;
  actor_kind: string;
  action: string;
  resource: string | null;
  record_id: string | null;
  result: string;
  ip: string | null;
  user_agent: string | null;
  details: Record<string, unknown>;
}

/** One write of one record. */
export interface HistoryEntry extends ServerEntry {
  resource: string;
  record_id: string;
}

export const RESULTS = ['done', 'denied', 'failed'] as const;

export const ACTIONS = [
  'auth.login',
  'auth.logout',
  'auth.sign_up',
  'auth.refresh',
  'auth.password',
  'user.reset_password',
  'permission.changed',
  'setting.changed',
  'api_key.created',
  'api_key.changed',
  'api_key.revoked',
  'export',
  'export.fetched',
  'import.finished',
  'import.failed',
  'import.cancelled',
  'import.undone',
  'webhook.created',
  'webhook.secret_rotated',
  'webhook.replayed',
  'webhook.dead',
  'notification_channel.address_changed',
  'denied',
] as const;

/** `auth.login` → `auth_login`: a dot would mean a group of words. */
export function wordOf(action: string): string {
  return action.replaceAll('.', '_');
}
