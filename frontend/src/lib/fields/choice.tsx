import { Select } from 'antd';
import { type FieldOption, useLabel } from '@/lib/resource/meta';
import type { CellProps, EditorProps, FieldKind, FilterProps, LabelOf } from './field-kind';
import { StatusTag } from './status-tag';
import { textOf } from './text';

function optionOf(options: FieldOption[] | null | undefined, value: unknown): FieldOption | undefined {
  return options?.find((it) => it.value === value);
}

function ChoiceCell({ value, field, row }: CellProps) {
  const label = useLabel();
  if (value === null || value === undefined || value === '') return null;
  const option = optionOf(field.options, value);
  const words = option ? label(option.label) : textOf(row[`${field.key.replace(/_id$/, '')}_name`]) || textOf(value);
  return <StatusTag color={option?.color}>{words}</StatusTag>;
}

function useOptions(options: FieldOption[] | null | undefined) {
  const label = useLabel();
  return (options ?? []).map((it) => ({ value: it.value, label: label(it.label) }));
}

function ChoiceEditor({ value, field, onChange, onCommit, onCancel, autoFocus, id }: EditorProps) {
  const options = useOptions(field.options);
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

function ChoiceFilter({ value, op, field, onChange }: FilterProps) {
  const options = useOptions(field.options);
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

export const choice: FieldKind = {
  width: 110,
  Cell: ChoiceCell,
  Editor: ChoiceEditor,
  Filter: ChoiceFilter,
  operators: ['in', 'not_in', 'is_null', 'is_not_null'],
  toText: (value, field, _row, label) => label(optionOf(field.options, value)?.label) || textOf(value),
  fromText: (input, field, label: LabelOf) => {
    const word = input.trim();
    if (word === '') return null;
    return field.options?.find((it) => it.value === word || label(it.label) === word)?.value;
  },
};
