import { lazy, Suspense } from 'react';
import { nameKeyOf, useLabel } from '@/lib/resource/meta';
import type { CellProps, FieldKind } from './field-kind';
import { laterEditor, laterFilter } from './later';
import { StatusTag } from './status-tag';

export function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function TagsCell({ value, field, row }: CellProps) {
  const label = useLabel();
  const names = listOf(row[nameKeyOf(field.key)]);
  const words = names.length > 0 ? names : listOf(value);
  if (words.length === 0) return null;
  return (
    <span className="gx-tags">
      {words.map((word) => {
        const option = field.options?.find((it) => it.value === word);
        return (
          <StatusTag key={word} color={option?.color}>
            {option ? label(option.label) : word}
          </StatusTag>
        );
      })}
    </span>
  );
}

const NamesCell = lazy(() => import('./names-cell').then((it) => ({ default: it.NamesCell })));

/** Records by their names: those that the row brings along, or those that are asked for. */
function IdsCell(props: CellProps) {
  const { value, field, row } = props;
  const isNamed = listOf(row[nameKeyOf(field.key)]).length > 0 || !field.target || listOf(value).length === 0;
  if (isNamed) return <TagsCell {...props} />;
  return (
    <Suspense fallback={null}>
      <NamesCell ids={listOf(value)} path={`/${field.target}`} />
    </Suspense>
  );
}

export const tags: FieldKind = {
  width: 160,
  Cell: TagsCell,
  Editor: laterEditor((all) => all.TagsEditor),
  Filter: laterFilter((all) => all.TagsFilter),
  operators: ['in', 'not_in', 'is_null', 'is_not_null'],
  toText: (value) => listOf(value).join(','),
  fromText: (input) =>
    input
      .split(/[,，、;；]/)
      .map((it) => it.trim())
      .filter(Boolean),
};

export const ids: FieldKind = { ...tags, Cell: IdsCell };

/** Words of a list, several at once. */
export const items: FieldKind = {
  ...tags,
  toText: (value, field, _row, label) =>
    listOf(value)
      .map((word) => label(field.options?.find((it) => it.value === word)?.label) || word)
      .join('、'),
  fromText: (input, field, label) => {
    const words = tags.fromText(input, field, label) as string[];
    return words.map((word) => field.options?.find((it) => label(it.label) === word)?.value ?? word);
  },
};
