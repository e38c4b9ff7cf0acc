import type { ComponentType } from 'react';
import type { Row } from '@/lib/api/schema-types';
import { useIsWide } from '@/lib/format/use-media';
import type { ListState } from '@/lib/resource/use-resource-list';
import { CardList } from './card-list';
import { DataGrid } from './data-grid';
import { GridSkeleton, NoRows } from './list-states';

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
  return isWide ? <DataGrid list={list} /> : <CardList list={list} card={card} />;
}
