import { queryClient } from '@/lib/api/query';
import type { ListSearch } from '@/lib/list/list-search';
import { viewsQuery } from '@/lib/list/use-views';
import { nameOf, type Resource } from './define-resource';
import type { Filter } from './filter';
import { metaQuery } from './meta';
import { startWords } from './start-words';
import { pageQuery } from './use-rows';

export interface Within {
  /** What the page is about, whatever the person filters: `{ field: 'status', op: 'eq', value: 'unassigned' }`. */
  filter?: Filter;
  sort?: string;
  columns?: string[];
  /** What is newly made belongs to it. */
  takesNew?: true;
}

/** For route loaders: words, description, views and, where the address alone says which, the rows leave together. */
export function startList(resource: Resource, search: ListSearch, within: Within = {}): Promise<void> {
  const words = startWords(resource.key);
  void queryClient.prefetchQuery(metaQuery(nameOf(resource)));
  void queryClient.prefetchQuery(viewsQuery(resource));
  if (search.view || (search.filter && search.filter !== 'none')) return words;
  const sort = search.sort ?? within.sort;
  void queryClient.prefetchQuery(pageQuery(resource.list, rowsSearch(within.filter, sort, search.q), 0));
  return words;
}

export function rowsSearch(filter: Filter | undefined, sort: string | undefined, q: string | undefined) {
  return { ...(filter ? { filter } : {}), ...(sort ? { sort } : {}), ...(q ? { q } : {}) };
}
