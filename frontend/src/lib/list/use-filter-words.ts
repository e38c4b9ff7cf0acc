import { useTranslation } from 'react-i18next';
import { queryClient } from '@/lib/api/query';
import { NO_ROW, type Row } from '@/lib/api/schema-types';
import { isTree, withoutBelow } from '@/lib/fields/option-tree';
import { kindOf } from '@/lib/fields/registry';
import { BARE_OPERATORS, type Filter, groupOf, isLeaf, type Leaf } from '@/lib/resource/filter';
import { type Field, nameKeyOf, useLabel } from '@/lib/resource/meta';

/** A condition as people say it: "是 张三、李四", "过去 7 天". */
export function useFilterWords() {
  const { t } = useTranslation();
  const label = useLabel();

  const valueWords = (field: Field, value: unknown): string => {
    if (value === 'me') return t('me');
    const id = String(value);
    const found = nameInCache(field, id);
    if (found) return found;
    return kindOf(field).toText(value, field, NO_ROW, label) || id;
  };

  return (field: Field, { op, value }: Leaf): string => {
    if (BARE_OPERATORS.has(op)) return t(`op.${op}`);
    if (op.endsWith('_n_days')) return t(`op_words.${op}`, { count: Number(value) });
    if (op === 'between' && Array.isArray(value)) return value.map((it) => valueWords(field, it)).join(' – ');
    const values = [value ?? []].flat();
    // What a chosen word means anyhow is not said.
    const said = isTree(field.options) ? withoutBelow(field.options ?? [], values.map(String)) : values;
    const words = said.map((it) => valueWords(field, it));
    return words.length === 0 ? t(`op.${op}`) : `${t(`op.${op}`)} ${words.join(t('separator'))}`;
  };
}

/** Names of people and records are known from the rows and choices already loaded. */
function nameInCache(field: Field, id: string): string | undefined {
  if (!['user', 'department', 'reference', 'ids'].includes(field.kind)) return undefined;
  const nameKey = nameKeyOf(field.key);
  for (const [, page] of queryClient.getQueriesData<{ items?: Row[] }>({})) {
    for (const row of Array.isArray(page?.items) ? page.items : []) {
      if (row?.id === id && typeof row.name === 'string') return row.name;
      if (row?.[field.key] === id && typeof row[nameKey] === 'string') return row[nameKey] as string;
    }
  }
  return undefined;
}

/** A whole filter in words, for groups. */
export function useGroupWords(fields: Map<string, Field>) {
  const { t } = useTranslation();
  const label = useLabel();
  const words = useFilterWords();
  const say = (part: Filter): string => {
    if (isLeaf(part)) {
      const field = fields.get(part.field);
      return field
        ? `${label(field.label)} ${words(field, part)}`
        : `${part.field} ${t(`op.${part.op}`)} ${part.value ?? ''}`;
    }
    if ('not' in part) return `${t('filter.not')} ${say(part.not)}`;
    const { match, parts } = groupOf(part);
    return parts.map(say).join(match === 'and' ? ` ${t('filter.and')} ` : ` ${t('filter.or')} `);
  };
  return say;
}
