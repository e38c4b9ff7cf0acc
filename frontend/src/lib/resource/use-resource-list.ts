import { useRouter } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/lib/api/schema-types';
import { type Column, defaultColumns, shownColumns } from '@/lib/list/columns';
import { keepPlace, keepTrail, placeOf } from '@/lib/list/list-memory';
import { keepColumns, useColumnPreferences } from '@/lib/list/list-preferences';
import type { ChangeSearch, ListSearch } from '@/lib/list/list-search';
import { useViews } from '@/lib/list/use-views';
import type { Subject } from './batch';
import { nameOf, type Resource } from './define-resource';
import { type Filter, onlyKnown } from './filter';
import { useMeta } from './meta';
import { rowsSearch, type Within } from './start-list';
import { useRows } from './use-rows';
import { useSave } from './use-save';

function both(a: Filter | undefined, b: Filter | undefined): Filter | undefined {
  return a && b ? { and: [a, b] } : (a ?? b);
}

/** Everything the parts of a list page need; the address is the state. */
export function useResourceList<R extends Row>(
  resource: Resource<R>,
  search: ListSearch,
  navigate: (options: never) => unknown,
  within: Within = {},
) {
  const plain = resource as Resource;
  useTranslation(resource.key);
  const { meta, fields, byKey } = useMeta(nameOf(plain));
  const views = useViews(plain);
  const view = search.view ? views.items.find((it) => it.id === search.view) : views.home;
  const { save, saveMany, remove, isSaving } = useSave(plain);
  const router = useRouter();

  const change: ChangeSearch = useCallback(
    (next, replace = false) => {
      (navigate as (options: unknown) => unknown)({ search: (old: object) => ({ ...old, ...next }), replace });
    },
    [navigate],
  );

  const asked = search.filter === 'none' ? undefined : (search.filter ?? view?.filter ?? undefined);
  const askedText = JSON.stringify(asked);
  const withinText = JSON.stringify(within.filter);
  const filter = useMemo(
    () => onlyKnown(askedText ? (JSON.parse(askedText) as Filter) : undefined, byKey),
    [askedText, byKey],
  );
  const sort = search.sort ?? view?.sort ?? within.sort;
  const rowsKey = useMemo(
    () =>
      rowsSearch(
        both(withinText ? (JSON.parse(withinText) as Filter) : undefined, filter),
        sort || undefined,
        search.q,
      ),
    [withinText, filter, sort, search.q],
  );
  // A filter can be checked only against the description, a view's filter is known only with the view.
  const isReady = (asked === undefined || meta !== undefined) && (!search.view || views.isSettled);
  const rows = useRows(resource.list, rowsKey, isReady);

  const placeKey = resource.list + JSON.stringify(rowsKey);
  const [chosen, setChosen] = useState<{ key: string; ids: ReadonlySet<string>; isAll: boolean }>(() => ({
    key: placeKey,
    ids: placeOf(placeKey).selected,
    isAll: false,
  }));
  const current = chosen.key === placeKey ? chosen : { key: placeKey, ids: placeOf(placeKey).selected, isAll: false };
  const select = useCallback(
    (next: ReadonlySet<string> | ((old: ReadonlySet<string>) => ReadonlySet<string>), isAll = false) => {
      setChosen((old) => {
        const before = old.key === placeKey ? old.ids : new Set<string>();
        const ids = typeof next === 'function' ? next(before) : next;
        keepPlace(placeKey, { selected: ids });
        return { key: placeKey, ids, isAll };
      });
    },
    [placeKey],
  );

  const columnsKey = `${nameOf(plain)}:${view?.id ?? ''}${withinText ?? ''}`;
  const mine = useColumnPreferences((state) => state.columns[columnsKey]);
  const takesNew = withinText === undefined || within.takesNew === true;
  // An organisation that lays out its records lays out their lists; what is about part of them has columns of its own.
  const isLaidOut = takesNew && meta?.layouts?.some(({ condition }) => !condition);
  const withinColumns = isLaidOut ? undefined : within.columns?.join();
  const columns: Column[] = useMemo(() => {
    if (mine) return mine;
    if (view?.columns?.length) return view.columns;
    if (meta && withinColumns) return defaultColumns({ ...meta, default_columns: withinColumns.split(',') });
    return defaultColumns(meta);
  }, [mine, view, meta, withinColumns]);
  const shown = useMemo(() => shownColumns(columns, byKey), [columns, byKey]);

  const { rowAt, count } = rows;
  useEffect(() => {
    keepTrail(resource.list, { href: router.state.location.href, rowAt, total: count });
  }, [resource.list, rowAt, count, router]);

  const subject: Subject = current.isAll ? { matching: rowsKey } : { ids: [...current.ids] };

  return {
    resource: plain,
    meta,
    fields,
    fieldOf: byKey,
    search,
    change,
    filter,
    sort: sort ?? meta?.sort,
    q: search.q,
    /** What the rows are asked by: the page's own part and the person's. */
    rowsKey,
    /** What is newly made is shown here: all records are, or the page is about such. */
    takesNew,
    ...rows,
    placeKey,
    selected: [...current.ids],
    selectedIds: current.ids,
    isAllSelected: current.isAll,
    select,
    /** What bulk actions send: the chosen ids, or what the list asks for when all that match are meant. */
    subject,
    subjectCount: current.isAll ? (rows.total?.value ?? count) : current.ids.size,
    edit: save,
    editMany: saveMany,
    remove,
    isSaving,
    columns,
    shownColumns: shown,
    setColumns: (next: Column[] | undefined) => keepColumns(columnsKey, next),
    hasOwnColumns: mine !== undefined,
    views,
    view,
  };
}

export type ListState = ReturnType<typeof useResourceList>;
