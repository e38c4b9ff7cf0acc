import { queryOptions, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import type { Layout } from './layout';

export type FieldKindName =
  | 'id'
  | 'text'
  | 'long_text'
  | 'int'
  | 'decimal'
  | 'money'
  | 'bool'
  | 'date'
  | 'timestamp'
  | 'choice'
  | 'dictionary'
  | 'user'
  | 'department'
  | 'reference'
  | 'tags'
  | 'items'
  | 'phone'
  | 'email'
  | 'url'
  | 'json'
  | 'ids';

export interface Label {
  zh: string;
  en: string;
}

export interface FieldOption {
  /** False for a word that may stay where it is and be filtered by, but not chosen again. */
  active?: boolean;
  /** The word that this one stands below. */
  parent?: string | null;
  /** What new records begin with. */
  default?: boolean;
  value: string;
  label: Label;
  color?: string | null;
}

/** What a field that the organisation added may hold. */
export interface FieldRules {
  type: string;
  help?: string | null;
  /** The least: a number, a day, or how long a text or a list is. */
  min?: string | null;
  max?: string | null;
  default_value?: unknown;
}

/** One field as the server describes it for the caller. */
export interface Field {
  key: string;
  kind: FieldKindName;
  label: Label;
  options?: FieldOption[] | null;
  target?: string | null;
  required?: boolean;
  readable?: boolean;
  writable?: boolean;
  /** Given when the record is made, changed later only by actions. */
  only_at_creation?: boolean;
  filterable?: boolean;
  sortable?: boolean;
  mask?: 'none' | 'list' | 'always';
  /** Added by the organisation; then `rules` say what it may hold. */
  custom?: boolean;
  rules?: FieldRules | null;
  /** The records that have it: `contacts`. */
  of?: string;
  max_length?: number | null;
}

export interface Meta {
  resource: string;
  label: Label;
  fields: Field[];
  states?: string[];
  actions?: { name: string; permission: string }[];
  default_columns: string[];
  /** How the caller sees records of this kind: of those that fit one, the first counts. */
  layouts?: Layout[];
  /** How the server sorts when nobody asks: `-created_at`. */
  sort?: string;
}

export function metaQuery(name: string) {
  return queryOptions({
    queryKey: ['/meta/{resource}', { resource: name }],
    queryFn: async ({ signal }) => {
      const meta = await callPath<Meta>('get', '/meta/{resource}', { path: { resource: name }, signal });
      return { ...meta, fields: meta.fields.map((field) => ({ ...field, of: meta.resource })) };
    },
    staleTime: 10 * 60_000,
    gcTime: Number.POSITIVE_INFINITY,
  });
}

const NO_FIELDS: Field[] = [];
const NAMED = new Set<FieldKindName>(['user', 'department', 'reference', 'ids']);

/** What a resource is made of. `fields` are those people choose from: without ids and the names beside them. */
export function useMeta(name: string) {
  const { data } = useQuery(metaQuery(name));
  const all = data?.fields ?? NO_FIELDS;
  const byKey = useMemo(() => new Map(all.map((field) => [field.key, field])), [all]);
  const fields = useMemo(() => {
    const twins = idKeysOf(all);
    return all.filter(({ key, kind }) => kind !== 'id' && key !== 'version' && !twins.has(key));
  }, [all]);
  return { meta: data, fields, byKey };
}

/** The word in the language in use; a label without a translation shows the other one. */
export function useLabel() {
  const { i18n } = useTranslation();
  const isChinese = i18n.language.startsWith('zh');
  return useCallback(
    (label: Label | null | undefined) => (label ? (isChinese ? label.zh || label.en : label.en || label.zh) : ''),
    [isChinese],
  );
}

/** Whose name a field is: `owner_name` → `owner_id`. */
export function idKeysOf(fields: Field[]): Map<string, string> {
  return new Map(fields.filter(({ kind }) => NAMED.has(kind)).map(({ key }) => [nameKeyOf(key), key]));
}

/** `owner_id` is shown by what stands beside it as `owner_name`; lists of ids by `…_names`. */
export function nameKeyOf(key: string): string {
  if (key.endsWith('_ids')) return `${key.slice(0, -4)}_names`;
  return `${key.replace(/_id$/, '')}_name`;
}
