import type { Field } from './meta';

/** The server's filter grammar; the same in lists, views, bulk actions and exports. */
export interface Leaf {
  field: string;
  op: string;
  value?: unknown;
}
export type Filter = Leaf | { and: Filter[] } | { or: Filter[] } | { not: Filter };

export function isLeaf(filter: Filter): filter is Leaf {
  return 'field' in filter;
}

/** A filter as the bar shows it: parts that all or any must hold. */
export interface FilterGroup {
  match: 'and' | 'or';
  parts: Filter[];
}

export function groupOf(filter: Filter | undefined): FilterGroup {
  if (!filter) return { match: 'and', parts: [] };
  if ('and' in filter) return { match: 'and', parts: filter.and };
  if ('or' in filter) return { match: 'or', parts: filter.or };
  return { match: 'and', parts: [filter] };
}

export function filterOf({ match, parts }: FilterGroup): Filter | undefined {
  if (parts.length === 0) return undefined;
  if (parts.length === 1) return parts[0];
  return match === 'and' ? { and: parts } : { or: parts };
}

/** Drops what is not the grammar, so that a broken address shows a list rather than an error. */
export function cleanFilter(input: unknown, depth = 0): Filter | undefined {
  if (typeof input !== 'object' || input === null || depth > 4) return undefined;
  const it = input as Record<string, unknown>;
  if (typeof it.field === 'string' && typeof it.op === 'string') {
    return 'value' in it ? { field: it.field, op: it.op, value: it.value } : { field: it.field, op: it.op };
  }
  for (const match of ['and', 'or'] as const) {
    const parts = it[match];
    if (!Array.isArray(parts)) continue;
    const clean = parts.map((part) => cleanFilter(part, depth + 1)).filter((part) => part !== undefined);
    if (clean.length === 0) return undefined;
    return match === 'and' ? { and: clean } : { or: clean };
  }
  const not = 'not' in it ? cleanFilter(it.not, depth + 1) : undefined;
  return not ? { not } : undefined;
}

/** Fields the caller cannot filter by (renamed, hidden, from a colleague's link) would be refused by the server: left out. */
export function onlyKnown(filter: Filter | undefined, fields: Map<string, Field>): Filter | undefined {
  if (!filter) return undefined;
  if (isLeaf(filter)) return fields.get(filter.field)?.filterable ? filter : undefined;
  if ('not' in filter) {
    const not = onlyKnown(filter.not, fields);
    return not ? { not } : undefined;
  }
  const { match, parts } = groupOf(filter);
  return filterOf({ match, parts: parts.map((part) => onlyKnown(part, fields)).filter((part) => part !== undefined) });
}

/** Operators that need no value. */
export const BARE_OPERATORS = new Set([
  'is_null',
  'is_not_null',
  'today',
  'yesterday',
  'tomorrow',
  'this_week',
  'last_week',
  'this_month',
  'last_month',
  'this_quarter',
  'this_year',
]);

/** Whether a leaf says enough to be asked. */
export function isComplete({ op, value }: Leaf): boolean {
  if (BARE_OPERATORS.has(op)) return true;
  if (Array.isArray(value)) return value.length > 0 && value.every((part) => part !== undefined && part !== null);
  return value !== undefined && value !== null && value !== '';
}
