import { Select } from 'antd';
import { nameKeyOf, useLabel } from '@/lib/resource/meta';
import type { EditorProps, FilterProps } from './field-kind';
import { RemoteSelect } from './remote-select';
import { listOf } from './tags';

/** Chosen from a list where there is one, otherwise typed word by word. */
export function TagsEditor({ value, field, row, onChange, autoFocus, id }: EditorProps) {
  const label = useLabel();
  if (field.kind === 'ids' && field.target) {
    const ids = listOf(value);
    const names = listOf(row?.[nameKeyOf(field.key)]);
    const shown = Object.fromEntries(ids.flatMap((it, index) => (names[index] ? [[it, names[index]]] : [])));
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
  const chosen = listOf(value);
  // Retired words stay where they are and are not offered again.
  const open = field.options?.filter((it) => it.active !== false || chosen.includes(it.value));
  const options = open?.map((it) => ({ value: it.value, label: label(it.label) }));
  return (
    <Select
      id={id}
      mode={options ? 'multiple' : 'tags'}
      autoFocus={autoFocus}
      value={chosen}
      options={options}
      tokenSeparators={[',', '，', '、']}
      style={{ width: '100%', minWidth: 140 }}
      onChange={(next) => onChange(next)}
    />
  );
}

export function TagsFilter({ value, field, onChange }: FilterProps) {
  return <TagsEditor value={value} field={field} onChange={onChange} autoFocus />;
}
