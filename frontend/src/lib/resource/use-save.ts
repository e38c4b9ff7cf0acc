import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { isProblem } from '@/lib/api/problem';
import { invalidate, writeRecord } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import type { BatchResult } from './batch';
import { askConflict } from './conflict';
import { nameOf, type Resource } from './define-resource';
import { useToast } from './use-toast';

type Changes = Record<string, unknown>;

function pick(row: Row, keys: string[]): Changes {
  return Object.fromEntries(keys.map((key) => [key, row[key] ?? null]));
}

/**
 * Saves fields of a record: shown at once everywhere, taken back when refused, with a dialog when somebody else was
 * first, and with a way back for eight seconds. Throws the problem, so that the field can say it.
 */
export function useSave(resource: Resource) {
  const [pending, setPending] = useState(0);
  const toast = useToast();
  const { t } = useTranslation();

  const patch = useCallback(
    async (row: Row, changes: Changes, shown: Changes): Promise<Row> => {
      const takeBack = writeRecord(resource.list, resource.item, row.id, (old) => ({ ...old, ...changes, ...shown }));
      try {
        const saved = await callPath<Row>('patch', resource.item, {
          path: { id: row.id },
          body: changes,
          ifMatch: row.version,
        });
        writeRecord(resource.list, resource.item, row.id, (old) => ({ ...old, ...saved }));
        invalidate(`${resource.item}/history`, `${resource.item}/timeline`);
        return saved;
      } catch (error) {
        takeBack();
        if (!isProblem(error, 412)) throw error;
        const theirs = await callPath<Row>('get', resource.item, { path: { id: row.id } });
        writeRecord(resource.list, resource.item, row.id, (old) => ({ ...old, ...theirs }));
        const isSame = Object.keys(changes).every((key) => same(theirs[key], row[key]));
        // Somebody changed other fields: both changes fit together, nobody needs to be asked.
        if (isSame) return patch(theirs, changes, shown);
        const choice = await askConflict({ resource, mine: changes, shown, theirs });
        return choice === 'mine' ? patch(theirs, changes, shown) : theirs;
      }
    },
    [resource],
  );

  const save = useCallback(
    async (row: Row, changes: Changes, shown: Changes = {}): Promise<Row> => {
      const before = pick(row, Object.keys(changes));
      const shownBefore = pick(row, Object.keys(shown));
      setPending((count) => count + 1);
      try {
        const saved = await patch(row, changes, shown);
        toast.done(t('saved'), () => patch(saved, before, shownBefore).catch(toast.failed));
        return saved;
      } finally {
        setPending((count) => count - 1);
      }
    },
    [patch, toast, t],
  );

  /** Several records, each with its own changes; one way back for all that were saved. */
  const saveMany = useCallback(
    async (entries: { row: Row; changes: Changes }[]): Promise<BatchResult> => {
      const result: BatchResult = { succeeded: [], failed: [] };
      const undo: { row: Row; changes: Changes }[] = [];
      setPending((count) => count + 1);
      try {
        for (const { row, changes } of entries) {
          try {
            const saved = await patch(row, changes, {});
            result.succeeded.push(row.id);
            undo.push({ row: saved, changes: pick(row, Object.keys(changes)) });
          } catch (error) {
            if (!isProblem(error)) throw error;
            const message = error.errors.map((it) => it.message).join(t('separator')) || error.message;
            result.failed.push({ id: row.id, code: error.code, message });
          }
        }
      } finally {
        setPending((count) => count - 1);
      }
      const takeBack = async () => {
        for (const { row, changes } of undo) await patch(row, changes, {}).catch(toast.failed);
      };
      if (undo.length > 0) toast.done(t('saved_rows', { count: undo.length }), takeBack);
      return result;
    },
    [patch, toast, t],
  );

  /** Into the recycle bin, and out of it again with Undo. */
  const remove = useCallback(
    async (row: Row) => {
      await callPath('delete', resource.item, { path: { id: row.id }, ifMatch: row.version });
      invalidate(resource.list);
      const restore = async () => {
        const path = { resource: nameOf(resource), id: row.id };
        await callPath('post', '/recycle-bin/{resource}/{id}/restore', { path }).catch(toast.failed);
        invalidate(resource.list, resource.item);
      };
      toast.done(t('deleted', { count: 1 }), restore);
    },
    [resource, toast, t],
  );

  return { save, saveMany, remove, isSaving: pending > 0 };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}
