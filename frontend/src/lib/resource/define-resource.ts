import type { ComponentType, ReactNode } from 'react';
import type { PathFor, Row, RowOf } from '@/lib/api/schema-types';
import type { CellProps } from '@/lib/fields/field-kind';
import type { Subject } from './batch';

/** How urgent a row is; drawn as a bar and an icon, never as colour alone. */
export type Tone = 'late' | 'soon' | 'none';

/** Something that can be done to a record: shown in its header, row menu, bulk bar and the palette. */
export interface RecordAction {
  /** The verb in `allowed_actions` and in the path: `POST {item}/{name}`. */
  name: string;
  /** Key of the words, `lead:action.claim`. */
  label: string;
  icon?: ReactNode;
  /** Form items asked before it runs; without them it runs at once. */
  fields?: ComponentType<ActionFieldsProps>;
  /** Also for a selection: `POST {list}/batch/{name}`. */
  isBatch?: boolean;
  isDanger?: boolean;
  /** Shown as a button of its own; the others go under "more". */
  isPrimary?: boolean;
  /** The verb that takes it back, offered for eight seconds. */
  undo?: string;
}

export interface ActionFieldsProps {
  /** The record, unless a selection is meant. */
  record?: Row;
  /** Which records are meant, and how many. */
  subject: Subject;
  count: number;
}

export interface FormProps {
  /** What the new record is about, where that is known. */
  about: { subject?: string; subject_id?: string };
  onClose: () => void;
}

/** Fields under a heading on a record's page, where the organisation has no layout of its own. */
export interface FieldPanelOf {
  /** Key of the words, `contact:panel.who`. */
  title: string;
  fields: readonly string[];
}

export interface Resource<R extends Row = Row> {
  /** Backend area, namespace of the words, prefix of the permissions. */
  key: string;
  list: string;
  item: string;
  titleOf(row: R): string;
  toneOf?(row: R): Tone;
  cells?: Partial<Record<string, ComponentType<CellProps>>>;
  /** Words above a value, where its cell shows more than the field is called after. */
  labels?: Partial<Record<string, string>>;
  actions?: readonly RecordAction[];
  panels?: readonly FieldPanelOf[];
  /** Makes a new record, for those who want one without leaving their page. */
  form?: ComponentType<FormProps>;
}

export function defineResource<L extends PathFor<'get'>, I extends PathFor<'get'>>(it: {
  key: string;
  list: L;
  item: I;
  titleOf: (row: RowOf<L>) => string;
  toneOf?: (row: RowOf<L>) => Tone;
  cells?: Partial<Record<keyof RowOf<L> & string, ComponentType<CellProps>>>;
  labels?: Partial<Record<keyof RowOf<L> & string, string>>;
  actions?: readonly RecordAction[];
  panels?: readonly FieldPanelOf[];
  form?: ComponentType<FormProps>;
}): Resource<RowOf<L>> {
  return it;
}

/** `/lead-pools` → `lead-pools`: the name in `/meta/…`, `/views?resource=…` and in events. */
export function nameOf(resource: Resource): string {
  return resource.list.slice(1);
}
