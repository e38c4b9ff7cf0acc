import type { Filter } from './filter';
import { type Moment, matches } from './filter-match';
import type { Field, Label } from './meta';

/** A field in its place. */
export interface Placed {
  key: string;
  read_only?: boolean;
  required?: boolean;
  /** Shown only where it fits the record. */
  show_when?: Filter | null;
  /** Required where it fits. */
  require_when?: Filter | null;
}

export interface Section {
  title: string;
  title_en?: string | null;
  fields: Placed[];
}

/** How the records of a kind are seen and filled in. */
export interface Layout {
  id: string;
  name: string;
  /** Which records it is for; null: all. */
  condition: Filter | null;
  sections: Section[];
}

/** Fields under a heading, as they are in this record. */
export interface Part {
  label: Label;
  fields: Field[];
}

type Values = Record<string, unknown>;

/** Of the layouts that fit a record, the first. One without sections says nothing of forms. */
export function layoutOf(layouts: Layout[] | undefined, record: Values, moment: Moment): Layout | undefined {
  const found = layouts?.find(({ condition }) => !condition || matches(condition, record, moment));
  return found && found.sections.length > 0 ? found : undefined;
}

/** What a layout shows of a record. */
export function partsOf(
  layout: Pick<Layout, 'sections'>,
  fieldOf: Map<string, Field>,
  record: Values,
  moment: Moment,
): Part[] {
  return layout.sections.map(({ title, title_en, fields }) => ({
    label: { zh: title, en: title_en || title },
    fields: fields.flatMap((placed) => placedField(placed, fieldOf, record, moment) ?? []),
  }));
}

function placedField(placed: Placed, fieldOf: Map<string, Field>, record: Values, moment: Moment): Field | undefined {
  const field = fieldOf.get(placed.key);
  if (!field || (placed.show_when && !matches(placed.show_when, record, moment))) return undefined;
  const isAsked = placed.required || (placed.require_when ? matches(placed.require_when, record, moment) : false);
  const isOpen = !placed.read_only;
  return {
    ...field,
    // Nobody is asked for what he may not write.
    required: isOpen && (field.required || isAsked),
    writable: isOpen && field.writable,
    only_at_creation: isOpen && field.only_at_creation,
  };
}

/** The keys that some parts name. */
export function keysOf(parts: { fields: { key: string }[] }[]): Set<string> {
  return new Set(parts.flatMap(({ fields }) => fields.map(({ key }) => key)));
}
