import type { KeyboardEvent } from 'react';
import type { CellProps, FieldKind } from './field-kind';
import { laterEditor, laterFilter } from './later';

const TEXT_OPERATORS = ['contains', 'eq', 'ne', 'starts_with', 'is_null', 'is_not_null'] as const;

/** Enter that chooses a Chinese word must not submit. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.nativeEvent.isComposing || event.keyCode === 229;
}

export function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

function TextCell({ value }: CellProps) {
  return <>{textOf(value)}</>;
}

/** An emptied field is no value, not an empty word. */
export function cleared(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}

export const text: FieldKind = {
  width: 180,
  Cell: TextCell,
  Editor: laterEditor((all) => all.TextEditor),
  Filter: laterFilter((all) => all.TextFilter),
  operators: TEXT_OPERATORS,
  toText: (value) => textOf(value),
  fromText: (input) => cleared(input),
};
