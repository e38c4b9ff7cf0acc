import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { callPath } from '@/lib/api/client';
import { listen } from '@/lib/api/events';
import { invalidate } from '@/lib/api/query';
import { useToast } from '@/lib/resource/use-toast';
import type { ImportState } from './import-state';

const ITEM = '/imports/{id}';

/** One import, followed while something goes on: closing the page stops nothing, opening it again goes on watching. */
export function useImport(id: string) {
  const client = useQueryClient();
  const toast = useToast();
  const queryKey = [ITEM, { id }];
  const found = useQuery({
    queryKey,
    queryFn: ({ signal }) => callPath<ImportState>('get', ITEM, { path: { id }, signal }),
  });
  const isWorking = Boolean(found.data?.working);

  useEffect(() => {
    if (!isWorking) return;
    const key = [ITEM, { id }];
    const stop = listen(`/imports/${id}/progress`, ({ type, data }) => {
      client.setQueryData(key, (old?: ImportState) => old && { ...old, ...(JSON.parse(data) as Partial<ImportState>) });
      if (type === 'done') {
        stop();
        void client.invalidateQueries({ queryKey: key });
        invalidate('/imports', '/imports/{id}/rows', '/leads', '/customers', '/contacts');
      }
    });
    return stop;
  }, [client, id, isWorking]);

  const change = async (call: () => Promise<ImportState>) => {
    try {
      client.setQueryData(queryKey, await call());
      invalidate('/imports', '/imports/{id}/rows');
    } catch (error) {
      toast.failed(error);
    }
  };
  return {
    ...found,
    isWorking,
    plan: (body: object) => change(() => callPath<ImportState>('patch', ITEM, { path: { id }, body })),
    /** Whoever goes on with what was guessed agrees to it. */
    act: (name: string) =>
      change(async () => {
        if (found.data?.status === 'uploaded') {
          await callPath('patch', ITEM, { path: { id }, body: { mapping: found.data.mapping } });
        }
        return callPath<ImportState>('post', `${ITEM}/${name}`, { path: { id } });
      }),
  };
}
