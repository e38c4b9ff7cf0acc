import i18n from 'i18next';
import { callPath } from '@/lib/api/client';
import { queryClient, recordKey } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { nameOf, type Resource } from './define-resource';
import { metaQuery } from './meta';

export function recordQuery(resource: Resource, id: string) {
  return {
    queryKey: recordKey(resource.item, id),
    queryFn: ({ signal }: { signal: AbortSignal }) => callPath<Row>('get', resource.item, { path: { id }, signal }),
  };
}

/** For route loaders: the record and its description leave together. */
export function startRecord(resource: Resource, id: string) {
  void i18n.loadNamespaces(resource.key);
  void queryClient.prefetchQuery(metaQuery(nameOf(resource)));
  void queryClient.prefetchQuery(recordQuery(resource, id));
}
