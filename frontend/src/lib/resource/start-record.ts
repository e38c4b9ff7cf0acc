import { callPath } from '@/lib/api/client';
import { queryClient, recordKey } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { nameOf, type Resource } from './define-resource';
import { metaQuery } from './meta';
import { startWords } from './start-words';

export function recordQuery(resource: Resource, id: string) {
  return {
    queryKey: recordKey(resource.item, id),
    queryFn: ({ signal }: { signal: AbortSignal }) => callPath<Row>('get', resource.item, { path: { id }, signal }),
  };
}

/** For route loaders: the record, its description and the words, of other areas on its page too, leave together. */
export function startRecord(resource: Resource, id: string, ...areas: string[]): Promise<void> {
  const words = startWords(resource.key, ...areas);
  void queryClient.prefetchQuery(metaQuery(nameOf(resource)));
  void queryClient.prefetchQuery(recordQuery(resource, id));
  return words;
}
