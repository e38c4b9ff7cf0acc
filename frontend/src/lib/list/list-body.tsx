import { type ComponentType, lazy, Suspense } from 'react';
import type { Row } from '@/lib/api/schema-types';
import { useIsWide } from '@/lib/format/use-media';
import type { ListState } from '@/lib/resource/use-resource-list';
import { DataGrid } from './data-grid';
import { GridSkeleton, NoRows } from './list-states';

// The one is for desks, the other for phones: nobody needs both.
const CardList = lazy(() => import('./card-list').then((it) => ({ default: it.CardList })));

export interface CardProps {
  row: Row;
  list: ListState;
}

/** The rows: a grid from 768 px, cards below; or why there are none. */
export function ListBody({ list, card }: { list: ListState; card?: ComponentType<CardProps> }) {
  const isWide = useIsWide();
  if (list.error) return <NoRows list={list} />;
  if (list.isLoading || !list.meta) return <GridSkeleton />;
  if (list.count === 0) return <NoRows list={list} />;
  if (isWide) return <DataGrid list={list} />;
  return (
    <Suspense fallback={<GridSkeleton />}>
      <CardList list={list} card={card} />
    </Suspense>
  );
}
