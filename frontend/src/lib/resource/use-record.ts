import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { useCurrentRecord } from './current-record';
import type { Resource } from './define-resource';
import { nameOf } from './define-resource';
import { useMeta } from './meta';
import { recordQuery } from './start-record';
import { useSave } from './use-save';

/** A row that some list has loaded is shown until the record itself is there. */
function rowFromLists(resource: Resource, id: string): Row | undefined {
  const pages = queryClient.getQueriesData<{ items?: Row[] }>({ queryKey: [resource.list] });
  for (const [, page] of pages) {
    const row = page?.items?.find?.((it) => it.id === id);
    if (row) return row;
  }
  return undefined;
}

export function useRecord<R extends Row>(resource: Resource<R>, id: string) {
  useTranslation(resource.key);
  const { meta, fields, byKey } = useMeta(nameOf(resource));
  const found = useQuery({ ...recordQuery(resource, id), placeholderData: () => rowFromLists(resource, id) });
  const { save: saveRow, remove: removeRow, isSaving } = useSave(resource);
  const data = found.data as R | undefined;
  const allowed = useMemo(() => new Set(data?.allowed_actions ?? []), [data]);

  const save = useCallback(
    (changes: Record<string, unknown>, shown?: Record<string, unknown>) => {
      if (!data) return Promise.reject(new Error('nothing loaded'));
      return saveRow(data, changes, shown);
    },
    [data, saveRow],
  );
  const remove = useCallback(async () => {
    if (data) await removeRow(data);
  }, [data, removeRow]);

  const record = {
    resource: resource as Resource,
    id,
    data,
    meta,
    fields,
    fieldOf: byKey,
    allowed,
    save,
    remove,
    isSaving,
    isLoading: found.isLoading,
    error: found.error,
    retry: () => void found.refetch(),
  };
  const announce = useCurrentRecord((state) => state.show);
  useEffect(() => (data ? announce({ resource, row: data }) : undefined), [announce, resource, data]);
  return record;
}

export type RecordState<R extends Row = Row> = ReturnType<typeof useRecord<R>>;
