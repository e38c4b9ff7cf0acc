import { CHECK_WIDTH, type ShownColumn } from './columns';
import type { Cell } from './grid-keys';

export const ROW_HEIGHT = 36;
export const HEADER_HEIGHT = 36;

type Box = Pick<HTMLElement, 'scrollTop' | 'scrollLeft' | 'clientHeight' | 'clientWidth'>;

/** Scrolls by the least that brings a cell out from under the edges, the header and the pinned columns. */
export function reveal(box: Box, cell: Cell, columns: ShownColumn[]) {
  const top = cell.row * ROW_HEIGHT;
  const scrollTop = within(box.scrollTop, top + ROW_HEIGHT + HEADER_HEIGHT - box.clientHeight, top);
  if (scrollTop !== box.scrollTop) box.scrollTop = scrollTop;

  const column = columns[cell.column];
  if (!column || column.left !== undefined) return;
  const widthOf = (some: ShownColumn[]) => some.reduce((sum, it) => sum + it.width, 0);
  const pinned = widthOf(columns.filter((it) => it.left !== undefined));
  const left = widthOf(columns.slice(0, cell.column)) - pinned;
  const right = CHECK_WIDTH + pinned + left + column.width - box.clientWidth;
  const scrollLeft = within(box.scrollLeft, right, left);
  if (scrollLeft !== box.scrollLeft) box.scrollLeft = scrollLeft;
}

/** What is wider than its window begins at its beginning. */
function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
