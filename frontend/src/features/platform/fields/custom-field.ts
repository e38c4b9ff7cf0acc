import type { Row } from '@/lib/api/schema-types';
import type { Field, FieldKindName, FieldOption } from '@/lib/resource/meta';
import type { Segment } from '../numbering/numbering-rule';

/** The records that fields are added to. */
export const RESOURCES = ['leads', 'customers', 'contacts'] as const;

const TEXTS = ['text', 'long_text', 'phone', 'email', 'url'] as const;
const NUMBERS = ['number', 'money', 'percent'] as const;

/** The types in the order in which people look for them, and what each is kept as. */
const KINDS = {
  text: 'text',
  long_text: 'long_text',
  number: 'decimal',
  money: 'money',
  percent: 'decimal',
  date: 'date',
  datetime: 'timestamp',
  select: 'dictionary',
  multi_select: 'items',
  boolean: 'bool',
  phone: 'phone',
  email: 'email',
  url: 'url',
  user: 'user',
  department: 'department',
  relation: 'reference',
  region: 'dictionary',
  attachment: 'json',
  image: 'json',
  formula: 'text',
  auto_number: 'text',
} as const satisfies Record<string, FieldKindName>;

export type FieldType = keyof typeof KINDS;

export const TYPES = Object.keys(KINDS) as FieldType[];

export interface Numbering {
  segments: Segment[];
  separator: string;
  reset: string;
}

/** What is said of a field in its form. */
export interface Definition {
  resource: string;
  /** Without the `c_` that all of them begin with. */
  key: string;
  type: FieldType;
  label: string;
  label_en?: string | null;
  help?: string | null;
  required?: boolean;
  is_unique?: boolean;
  searchable?: boolean;
  sensitive?: boolean;
  default_value?: unknown;
  min?: string | number | null;
  max?: string | number | null;
  pattern?: string | null;
  scale?: number | null;
  dictionary?: string | null;
  target?: string | null;
  formula?: string | null;
  numbering?: Numbering | null;
}

const isOneOf = (types: readonly string[]) => (type: FieldType) => types.includes(type);
const isComputed = isOneOf(['formula', 'auto_number']);
const isFile = isOneOf(['attachment', 'image']);

/** Of what may be said of a field, what has a meaning for its type. */
const SAID: Record<string, (type: FieldType) => boolean> = {
  dictionary: isOneOf(['select', 'multi_select']),
  target: isOneOf(['relation']),
  formula: isOneOf(['formula']),
  numbering: isOneOf(['auto_number']),
  scale: isOneOf([...NUMBERS, 'formula']),
  min: isOneOf([...NUMBERS, 'date', 'datetime', 'text', 'long_text', 'multi_select']),
  max: isOneOf([...NUMBERS, 'date', 'datetime', 'text', 'long_text', 'multi_select', 'attachment', 'image']),
  pattern: isOneOf(TEXTS),
  required: (type) => !isComputed(type),
  is_unique: isOneOf(['text', 'number', 'phone', 'email', 'url', 'user', 'relation']),
  searchable: isOneOf([...TEXTS, 'auto_number']),
  default_value: (type) => !isComputed(type) && !isFile(type),
};

export function says(type: FieldType, what: string): boolean {
  return SAID[what]?.(type) ?? true;
}

/** Whether its bounds are values of its own, and not a length or a count. */
export const isMeasured = isOneOf([...NUMBERS, 'date', 'datetime']);

/** The types that lose nothing of what is there. */
export function becomes(from: FieldType): FieldType[] {
  const isWord = isOneOf(['text', 'select', 'region', 'phone', 'email', 'url', 'auto_number']);
  return TYPES.filter((to) => {
    if (to === from) return true;
    if (to === 'text' || to === 'long_text') return isWord(from);
    if (to === 'attachment') return from === 'image';
    return isOneOf(NUMBERS)(to) && isOneOf(NUMBERS)(from);
  });
}

/** What is said once and stays. */
const ONCE = ['resource', 'key', 'is_unique', 'dictionary', 'target'] as const;

/** What is sent: nothing of what has no meaning for the type, and of a field that is there nothing that stays. */
export function bodyOf(said: Definition, isNew: boolean): Record<string, unknown> {
  const given = Object.entries(said).filter(([what]) => says(said.type, what));
  const body: Record<string, unknown> = Object.fromEntries(
    given.map(([what, value]) => [what, value === '' || value === undefined ? null : value]),
  );
  for (const what of Object.keys(SAID)) body[what] ??= null;
  for (const flag of ['required', 'is_unique', 'searchable', 'sensitive']) body[flag] = body[flag] === true;
  for (const bound of ['min', 'max']) body[bound] = typeof body[bound] === 'number' ? String(body[bound]) : body[bound];
  if (body.is_unique) body.default_value = null;
  if (body.sensitive) body.searchable = false;
  if (isNew) return { ...body, key: `c_${said.key}` };
  return Object.fromEntries(Object.entries(body).filter(([what]) => !ONCE.includes(what as (typeof ONCE)[number])));
}

/** A field that is there, as its form has it. */
export function definitionOf(row: Row): Definition {
  return { ...(row as unknown as Definition), key: String(row.key).replace(/^c_/, '') };
}

/** How forms will see a field that is only typed so far. */
export function fieldOf(said: Partial<Definition>, options: FieldOption[] | undefined): Field {
  const type = said.type ?? 'text';
  const bound = (value: unknown) => (value === null || value === undefined || value === '' ? null : String(value));
  const [min, max] = [bound(said.min), bound(said.max)];
  const isText = isOneOf(TEXTS)(type);
  return {
    key: `c_${said.key ?? ''}`,
    kind: KINDS[type],
    label: { zh: said.label ?? '', en: said.label_en || said.label || '' },
    options,
    target: type === 'relation' ? (said.target ?? 'customers') : null,
    required: said.required === true,
    writable: !isComputed(type),
    custom: true,
    max_length: isText && max ? Number(max) || null : null,
    rules: { type, help: said.help, min, max, default_value: said.default_value },
  };
}

/** What a formula names: fields, and whatever is spelt like one. */
export function namesIn(formula: string): string[] {
  const bare = formula.replace(/"[^"]*"|'[^']*'/g, ' ');
  const names = [...bare.matchAll(/[A-Za-z]\w*(?!\w|\s*[(（])/g)].map(([name]) => name);
  return [...new Set(names)].filter((name) => !/^(and|or|not|true|false)$/i.test(name));
}

export const FUNCTIONS = [
  'IF(,,)',
  'ROUND(,2)',
  'ABS()',
  'MIN(,)',
  'MAX(,)',
  'COALESCE(,)',
  'ISBLANK()',
  'TODAY()',
  'DAYS(,)',
  'ADDDAYS(,)',
  'YEAR()',
  'MONTH()',
  'DAY()',
] as const;

const IN_FORMULAS = new Set<FieldKindName>([
  'int',
  'decimal',
  'money',
  'date',
  'timestamp',
  'bool',
  'text',
  'phone',
  'email',
  'url',
  'choice',
  'dictionary',
]);

/** Whether a formula can name it: no formula follows from another. */
export function isForFormulas({ kind, rules }: Field): boolean {
  return IN_FORMULAS.has(kind) && rules?.type !== 'formula';
}
