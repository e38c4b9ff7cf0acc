import { Input } from 'antd';
import type { KeyboardEvent } from 'react';
import type { CellProps, EditorProps, FieldKind, FilterProps } from './field-kind';

export const TEXT_OPERATORS = ['contains', 'eq', 'ne', 'starts_with', 'is_null', 'is_not_null'] as const;

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

export function TextEditor({ value, field, onChange, onCommit, onCancel, autoFocus, id }: EditorProps) {
  return (
    <Input
      id={id}
      autoFocus={autoFocus}
      value={textOf(value)}
      maxLength={field.max_length ?? undefined}
      autoComplete="off"
      inputMode={field.kind === 'phone' ? 'tel' : field.kind === 'email' ? 'email' : undefined}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isComposing(event)) onCommit?.(cleared(event.currentTarget.value));
        if (event.key === 'Escape') onCancel?.();
      }}
    />
  );
}

/** An emptied field is no value, not an empty word. */
export function cleared(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}

export function TextFilter({ value, onChange }: FilterProps) {
  return <Input autoFocus value={textOf(value)} onChange={(event) => onChange(event.target.value)} allowClear />;
}

export const text: FieldKind = {
  width: 180,
  Cell: TextCell,
  Editor: TextEditor,
  Filter: TextFilter,
  operators: TEXT_OPERATORS,
  toText: (value) => textOf(value),
  fromText: (input) => cleared(input),
};
