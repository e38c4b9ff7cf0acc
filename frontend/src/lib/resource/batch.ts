import { callPath } from '@/lib/api/client';
import { isOutage, isProblem } from '@/lib/api/problem';
import type { Row } from '@/lib/api/schema-types';
import type { Resource } from './define-resource';
import type { RowsSearch } from './use-rows';

/** Which records are meant: these, or all that a list shows, loaded or not. */
export type Subject = { ids: string[] } | { matching: RowsSearch };

export interface BatchResult {
  succeeded: string[];
  failed: { id: string; code: string; message: string }[];
}

export type OnProgress = (done: number, all: number) => void;

/** The server takes so many in one request. */
const AT_ONCE = 200;

export function chunksOf<T>(all: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}

/** The records that are meant, with the given fields alone. Rows that changed hands meanwhile are simply not among them. */
export async function rowsOf(resource: Resource, subject: Subject, fields: string[] = []): Promise<Row[]> {
  const ask = (search: RowsSearch, cursor?: string | null) =>
    callPath<{ items: Row[]; next_cursor?: string | null }>('get', resource.list, {
      query: { ...search, fields: ['id', ...fields].join(), limit: AT_ONCE, cursor },
    });
  const found: Row[] = [];
  if ('ids' in subject) {
    for (const ids of chunksOf(subject.ids, AT_ONCE)) {
      found.push(...(await ask({ filter: { field: 'id', op: 'in', value: ids } })).items);
    }
    return found;
  }
  let cursor: string | null | undefined;
  do {
    const page = await ask(subject.matching, cursor);
    found.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor);
  return found;
}

/**
 * Does one thing to any number of records, in as many requests as that takes. What is refused as a whole at once is
 * thrown; what fails later is told with the rest, so that nobody wonders what was done.
 */
export async function runInChunks(
  list: string,
  ids: string[],
  name: string,
  body: Record<string, unknown>,
  onProgress?: OnProgress,
): Promise<BatchResult> {
  const all: BatchResult = { succeeded: [], failed: [] };
  let done = 0;
  for (const chunk of chunksOf(ids, AT_ONCE)) {
    try {
      const result = await callPath<BatchResult>('post', `${list}/batch/${name}`, { body: { ids: chunk, ...body } });
      all.succeeded.push(...result.succeeded);
      all.failed.push(...result.failed);
    } catch (error) {
      if (done === 0 || !isProblem(error)) throw error;
      const left = isOutage(error) ? ids.slice(done) : chunk;
      all.failed.push(...left.map((id) => ({ id, code: error.code, message: error.message })));
      if (isOutage(error)) return all;
    }
    done += chunk.length;
    onProgress?.(done, ids.length);
  }
  return all;
}

/** Gives each record back the value it had: those that had the same one together. */
export async function giveBack(list: string, key: string, before: Row[], ids: string[]): Promise<void> {
  const changed = new Set(ids);
  const byValue = new Map<string, string[]>();
  for (const row of before) {
    if (!changed.has(row.id)) continue;
    const value = JSON.stringify(row[key] ?? null);
    byValue.set(value, [...(byValue.get(value) ?? []), row.id]);
  }
  for (const [value, those] of byValue) {
    await runInChunks(list, those, 'update', { changes: { [key]: JSON.parse(value) as unknown } });
  }
}
