import { Select } from 'antd';
import { nameKeyOf, useLabel } from '@/lib/resource/meta';
import type { CellProps, EditorProps, FieldKind, FilterProps } from './field-kind';
import { RemoteSelect } from './remote-select';
import { StatusTag } from './status-tag';

function listOf(value: unknown): string[] {
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

/** Chosen from a list where there is one, otherwise typed word by word. */
function TagsEditor({ value, field, row, onChange, autoFocus, id }: EditorProps) {
  const label = useLabel();
  if (field.kind === 'ids' && field.target) {
    const ids = listOf(value);
    const names = listOf(row?.[nameKeyOf(field.key)]);
    const shown = Object.fromEntries(ids.map((it, index) => [it, names[index] ?? it]));
    return (
      <RemoteSelect
        id={id}
        path={`/${field.target}`}
        value={ids}
        shown={shown}
        isMany
        autoFocus={autoFocus}
        onChange={(next) => onChange(next)}
      />
    );
  }
  const options = field.options?.map((it) => ({ value: it.value, label: label(it.label) }));
  return (
    <Select
      id={id}
      mode={options ? 'multiple' : 'tags'}
      autoFocus={autoFocus}
      value={listOf(value)}
      options={options}
      tokenSeparators={[',', '，', '、']}
      style={{ width: '100%', minWidth: 140 }}
      onChange={(next) => onChange(next)}
    />
  );
}

function TagsFilter({ value, field, onChange }: FilterProps) {
  return <TagsEditor value={value} field={field} onChange={onChange} autoFocus />;
}

export const tags: FieldKind = {
  width: 160,
  Cell: TagsCell,
  Editor: TagsEditor,
  Filter: TagsFilter,
  operators: ['in', 'not_in', 'is_null', 'is_not_null'],
  toText: (value) => listOf(value).join(','),
  fromText: (input) =>
    input
      .split(/[,，、;；]/)
      .map((it) => it.trim())
      .filter(Boolean),
};
