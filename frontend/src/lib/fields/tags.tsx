import { nameKeyOf, useLabel } from '@/lib/resource/meta';
import type { CellProps, FieldKind } from './field-kind';
import { laterEditor, laterFilter } from './later';
import { StatusTag } from './status-tag';
import { useNames } from './use-names';

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

/** Records by their names, which the row may bring along. */
function IdsCell(props: CellProps) {
  const { value, field, row } = props;
  const ids = listOf(value);
  const isNamed = listOf(row[nameKeyOf(field.key)]).length > 0 || !field.target;
  const nameOf = useNames(`/${field.target}`, isNamed ? [] : ids);
  return <TagsCell {...props} value={isNamed ? ids : ids.map(nameOf)} />;
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
