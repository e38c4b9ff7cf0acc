import { type FieldOption, useLabel } from '@/lib/resource/meta';
import type { CellProps, FieldKind, LabelOf } from './field-kind';
import { laterEditor, laterFilter } from './later';
import { pathWords } from './option-tree';
import { StatusTag, usualColor } from './status-tag';
import { textOf } from './text';

function optionOf(options: FieldOption[] | null | undefined, value: unknown): FieldOption | undefined {
  return options?.find((it) => it.value === value);
}

function ChoiceCell({ value, field, row }: CellProps) {
  const label = useLabel();
  if (value === null || value === undefined || value === '') return null;
  const option = optionOf(field.options, value);
  const words = option
    ? pathWords(field.options, value, label)
    : textOf(row[`${field.key.replace(/_id$/, '')}_name`]) || textOf(value);
  return <StatusTag color={option?.color ?? usualColor(textOf(value))}>{words}</StatusTag>;
}

export const choice: FieldKind = {
  width: 110,
  Cell: ChoiceCell,
  Editor: laterEditor((all) => all.ChoiceEditor),
  Filter: laterFilter((all) => all.ChoiceFilter),
  operators: ['in', 'not_in', 'is_null', 'is_not_null'],
  toText: (value, field, _row, label) => pathWords(field.options, value, label) || textOf(value),
  fromText: (input, field, label: LabelOf) => {
    const word = input.trim();
    if (word === '') return null;
    const asPath = word.replace(/\s*[/>]\s*/g, ' / ');
    return field.options?.find(
      (it) => it.value === word || label(it.label) === word || pathWords(field.options, it.value, label) === asPath,
    )?.value;
  },
};
