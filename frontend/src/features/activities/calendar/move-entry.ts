import { callPath } from '@/lib/api/client';
import { invalidate } from '@/lib/api/query';
import type { AnswerOf, Row } from '@/lib/api/schema-types';
import { fromZone, inZone } from '@/lib/format/date';

export type Entry = AnswerOf<'/calendar', 'get'>['items'][number];

const TIMES: Record<string, string[]> = {
  event: ['start_at', 'end_at'],
  plan: ['planned_at'],
  contact: ['next_contact_at'],
};

/** Puts it some days later or earlier, at the same time of day; gives back the way to undo that. */
export async function moveEntry(entry: Entry, days: number): Promise<() => Promise<unknown>> {
  const item = `/${entry.resource}/{id}`;
  const path = { id: entry.id };
  const write = async (by: number) => {
    const row = await callPath<Row>('get', item, { path });
    const changes = (TIMES[entry.kind] ?? []).flatMap((key) => {
      const value = row[key];
      return typeof value === 'string' ? [[key, fromZone(inZone(value).add(by, 'day'))]] : [];
    });
    await callPath('patch', item, { path, body: Object.fromEntries(changes), ifMatch: row.version });
    invalidate('/calendar', '/me/todos', `/${entry.resource}`, item);
  };
  await write(days);
  return () => write(-days);
}
