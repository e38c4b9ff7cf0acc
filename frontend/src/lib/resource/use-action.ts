import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { invalidate, writeRecord } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { type BatchResult, rowsOf, runInChunks, type Subject } from './batch';
import type { RecordAction, Resource } from './define-resource';
import { useToast } from './use-toast';

type Body = Record<string, unknown>;

/** Runs the verbs of a resource. Refusals are thrown: the form that asked shows them. */
export function useAction(resource: Resource) {
  const [isRunning, setRunning] = useState(false);
  const [progress, setProgress] = useState<{ done: number; all: number }>();
  const toast = useToast();
  const { t } = useTranslation();

  const post = useCallback(
    async (row: Row, name: string, body: Body): Promise<Row | undefined> => {
      const answer = await callPath<Row | undefined>('post', `${resource.item}/${name}`, {
        path: { id: row.id },
        body,
      });
      if (answer?.id === row.id) writeRecord(resource.list, resource.item, row.id, (old) => ({ ...old, ...answer }));
      refresh(resource);
      return answer;
    },
    [resource],
  );

  const run = useCallback(
    async (row: Row, action: Pick<RecordAction, 'name' | 'label' | 'undo'>, body: Body = {}) => {
      setRunning(true);
      try {
        const answer = await post(row, action.name, body);
        const { undo } = action;
        const takeBack = undo ? () => post(answer ?? row, undo, {}).catch(toast.failed) : undefined;
        toast.done(t('action_done', { action: t(action.label) }), takeBack);
        return answer;
      } finally {
        setRunning(false);
      }
    },
    [post, toast, t],
  );

  const runBatch = useCallback(
    async (subject: Subject, name: string, body: Body = {}): Promise<BatchResult> => {
      setRunning(true);
      try {
        const ids = 'ids' in subject ? subject.ids : (await rowsOf(resource, subject)).map((row) => row.id);
        return await runInChunks(resource.list, ids, name, body, (done, all) => {
          if (all > done) setProgress({ done, all });
        });
      } finally {
        setRunning(false);
        setProgress(undefined);
        refresh(resource);
      }
    },
    [resource],
  );

  return { run, runBatch, isRunning, progress };
}

/** A verb moves records between lists and writes their history: all of it is looked at again. */
export function refresh(resource: Resource) {
  const parts = ['', '/history', '/timeline', '/owner-log', '/owner-history', '/hierarchy', '/team'];
  invalidate(resource.list, ...parts.map((part) => resource.item + part));
}
