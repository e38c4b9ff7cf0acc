import type { ComponentType } from 'react';
import type { Row } from '@/lib/api/schema-types';
import type { Field } from '@/lib/resource/meta';

export interface CellProps {
  value: unknown;
  field: Field;
  row: Row;
}

export interface PanelProps extends CellProps {
  /** For those who may. */
  save?: (value: unknown) => Promise<unknown>;
}

export interface EditorProps {
  value: unknown;
  field: Field;
  row?: Row;
  /** `shown` carries the words beside an id, so that they change at once too. */
  onChange: (value: unknown, shown?: Record<string, unknown>) => void;
  /** Enter, or a choice that needs no further word. */
  onCommit?: (value: unknown, shown?: Record<string, unknown>) => void;
  onCancel?: () => void;
  autoFocus?: boolean;
  id?: string;
}

export interface FilterProps {
  value: unknown;
  op: string;
  field: Field;
  onChange: (value: unknown) => void;
}

/** How one kind of value looks, is typed in, is filtered and travels through the clipboard. */
export interface FieldKind {
  width: number;
  align?: 'right';
  Cell: ComponentType<CellProps>;
  Editor: ComponentType<EditorProps>;
  Filter: ComponentType<FilterProps>;
  /** Where there is room for it: shows the value and changes it by itself, instead of `Cell` and then `Editor`. */
  Panel?: ComponentType<PanelProps>;
  operators: readonly string[];
  toText: (value: unknown, field: Field, row: Row, label: LabelOf) => string;
  /** Undefined when the text cannot be such a value. */
  fromText: (text: string, field: Field, label: LabelOf) => unknown;
}

export type LabelOf = (label: Field['label'] | null | undefined) => string;
