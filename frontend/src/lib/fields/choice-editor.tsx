import { Select } from 'antd';
import { type FieldOption, useLabel } from '@/lib/resource/meta';
import { CascadeEditor, CascadeFilter } from './cascade-editor';
import type { EditorProps, FilterProps } from './field-kind';
import { isTree } from './option-tree';

/** What may be chosen: retired words only where one of them is the value already. */
function useOptions(options: FieldOption[] | null | undefined, value?: unknown) {
  const label = useLabel();
  const open = (options ?? []).filter((it) => it.active !== false || it.value === value);
  return open.map((it) => ({ value: it.value, label: label(it.label) }));
}

export function ChoiceEditor(props: EditorProps) {
  return isTree(props.field.options) ? <CascadeEditor {...props} /> : <PlainEditor {...props} />;
}

function PlainEditor({ value, field, onChange, onCommit, onCancel, autoFocus, id }: EditorProps) {
  const options = useOptions(field.options, value);
  const choose = (next: string | undefined) => {
    onChange(next ?? null);
    onCommit?.(next ?? null);
  };
  return (
    <Select
      id={id}
      autoFocus={autoFocus}
      defaultOpen={autoFocus && Boolean(onCommit)}
      value={(value as string | null) ?? undefined}
      options={options}
      allowClear={!field.required}
      showSearch={options.length > 7 ? { optionFilterProp: 'label' } : false}
      popupMatchSelectWidth={false}
      onChange={choose}
      onKeyDown={(event) => event.key === 'Escape' && onCancel?.()}
    />
  );
}

export function ChoiceFilter(props: FilterProps) {
  return isTree(props.field.options) ? <CascadeFilter {...props} /> : <PlainFilter {...props} />;
}

function PlainFilter({ value, op, field, onChange }: FilterProps) {
  const label = useLabel();
  const options = (field.options ?? []).map((it) => ({ value: it.value, label: label(it.label) }));
  const isMany = op === 'in' || op === 'not_in';
  return (
    <Select
      autoFocus
      defaultOpen
      mode={isMany ? 'multiple' : undefined}
      value={isMany ? ((value as string[] | undefined) ?? []) : (value as string | undefined)}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={onChange}
    />
  );
}
