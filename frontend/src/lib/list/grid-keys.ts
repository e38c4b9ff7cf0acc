import type { KeyboardEvent } from 'react';

export interface Cell {
  row: number;
  column: number;
}

export interface GridCommands {
  move: (to: Cell, extend: boolean) => void;
  edit: () => void;
  open: () => void;
  toggle: () => void;
  selectAll: () => void;
  clear: () => void;
  copy: () => void;
}

/** Where a key leads to from here; undefined when it moves nothing. */
export function movedBy(
  key: string,
  isJump: boolean,
  at: Cell,
  rows: number,
  columns: number,
  page: number,
): Cell | undefined {
  const row = (value: number) => ({ row: Math.max(0, Math.min(rows - 1, value)), column: at.column });
  const column = (value: number) => ({ row: at.row, column: Math.max(0, Math.min(columns - 1, value)) });
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return isJump ? row(rows - 1) : row(at.row + 1);
    case 'ArrowUp':
    case 'k':
      return isJump ? row(0) : row(at.row - 1);
    case 'ArrowRight':
      return isJump ? column(columns - 1) : column(at.column + 1);
    case 'ArrowLeft':
      return isJump ? column(0) : column(at.column - 1);
    case 'PageDown':
      return row(at.row + page);
    case 'PageUp':
      return row(at.row - page);
    case 'Home':
      return isJump ? { row: 0, column: 0 } : column(0);
    case 'End':
      return isJump ? { row: rows - 1, column: columns - 1 } : column(columns - 1);
    default:
      return undefined;
  }
}

/** The keyboard of the grid; says whether the key meant something. */
export function onGridKey(
  event: KeyboardEvent,
  at: Cell,
  size: { rows: number; columns: number; page: number },
  grid: GridCommands,
): boolean {
  const isJump = event.ctrlKey || event.metaKey;
  const { key } = event;
  if (event.altKey || event.nativeEvent.isComposing) return false;
  if (isJump && key === 'a') return run(grid.selectAll);
  if (isJump && key === 'c') return window.getSelection()?.toString() ? false : run(grid.copy);
  if (isJump && key.length === 1) return false;
  const to = movedBy(key, isJump, at, size.rows, size.columns, size.page);
  if (to) return run(() => grid.move(to, event.shiftKey));
  if (key === 'Enter') return run(at.column === 0 ? grid.open : grid.edit);
  if (key === 'F2') return run(grid.edit);
  if (key === 'o') return run(grid.open);
  if (key === ' ' || key === 'x') return run(grid.toggle);
  if (key === 'Escape') return run(grid.clear);
  return false;
}

function run(command: () => void): boolean {
  command();
  return true;
}
