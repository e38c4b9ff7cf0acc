import { defineResource } from '@/lib/resource/define-resource';
import { LevelCell } from './level-cell';

export const customer = defineResource({
  key: 'customer',
  list: '/customers',
  item: '/customers/{id}',
  titleOf: (row) => String(row.name ?? row.no ?? ''),
  cells: { level: LevelCell },
});
