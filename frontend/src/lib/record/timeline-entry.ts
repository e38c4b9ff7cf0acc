import type { Label } from '@/lib/resource/meta';

/** One thing that happened, as `…/timeline` and `…/history` of the server tell it. */
export interface ServerEntry {
  id: string | number;
  /** `activity`, `owner`, `change`, `contact`, `created`; history tells changes only. */
  kind?: string;
  /** What was done: `call`, `claim`, `update`, … */
  action: string;
  at: string;
  actor_name?: string | null;
  /** Kind of record it happened to, `contacts`, and which one. */
  resource?: string;
  record_id?: string;
  /** The name of a record below this one that it is about. */
  record_name?: string | null;
  data?: Record<string, unknown>;
  changes?: ServerChange[];
}

interface ServerChange {
  field: string;
  label?: Label;
  old: unknown;
  new: unknown;
  old_name?: string | null;
  new_name?: string | null;
}

export interface Change extends ServerChange {
  /** The value may not be seen, only that it is another one now. */
  isCovered: boolean;
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Fields of a change, in the one shape that the time-line draws. */
export function changesOf({ kind, action, data, changes }: ServerEntry): Change[] {
  if (changes) return action === 'create' ? [] : changes.map((it) => ({ ...it, isCovered: false }));
  if (!data || action === 'create' || kind === 'activity' || kind === 'owner') return [];
  return Object.entries(data).map(([field, pair]) => {
    const { old, new: now, covered } = (pair ?? {}) as { old?: unknown; new?: unknown; covered?: boolean };
    return { field, old, new: now, isCovered: covered === true };
  });
}

/** From whose hands into whose: owner or pool, whichever it was. */
export function handsOf({ kind, data }: ServerEntry): { from: string; to: string } | undefined {
  if (kind !== 'owner' || !data) return undefined;
  const from = wordOf(data.from_owner_name) || wordOf(data.from_pool_name);
  const to = wordOf(data.to_owner_name) || wordOf(data.to_pool_name);
  return from || to ? { from, to } : undefined;
}

/** What somebody wrote: the report of a talk, the note to a decision. */
export function textOfEntry({ data }: ServerEntry): string {
  return wordOf(data?.content) || wordOf(data?.note);
}
