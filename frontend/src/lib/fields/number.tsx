import { formatDecimal, formatMoney, parseDecimal, shifted } from '@/lib/format/money';
import type { Field } from '@/lib/resource/meta';
import type { CellProps, FieldKind } from './field-kind';
import { laterEditor, laterFilter } from './later';
import { textOf } from './text';

const NUMBER_OPERATORS = ['eq', 'gte', 'lte', 'between', 'ne', 'is_null', 'is_not_null'] as const;

function NumberCell({ value }: CellProps) {
  return <span className="gx-number">{formatDecimal(value)}</span>;
}

function MoneyCell({ value, row }: CellProps) {
  return <span className="gx-number">{formatMoney(value, textOf(row.currency) || 'CNY')}</span>;
}

function PercentCell({ value }: CellProps) {
  return <span className="gx-number">{percentText(value)}</span>;
}

function percentText(value: unknown): string {
  const text = formatDecimal(shifted(textOf(value), 2));
  return text && `${text}%`;
}

export function isPercent(field: Pick<Field, 'rules'>): boolean {
  return field.rules?.type === 'percent';
}

/** What is no number stays as typed, and the server says so. */
export function typedNumber(input: string, field: Pick<Field, 'kind' | 'rules'>): unknown {
  if (input.trim() === '') return null;
  const decimal = parseDecimal(input.replace(/[%％]\s*$/, ''));
  if (decimal === undefined) return input;
  if (isPercent(field)) return shifted(decimal, -2);
  return field.kind === 'int' && /^-?\d{1,15}$/.test(decimal) ? Number(decimal) : decimal;
}

/** What stands in the field while somebody types. */
export function shownNumber(value: unknown, field: Pick<Field, 'rules'>): string {
  return isPercent(field) ? shifted(textOf(value), 2) : textOf(value);
}

export const decimal: FieldKind = {
  width: 110,
  align: 'right',
  Cell: NumberCell,
  Editor: laterEditor((all) => all.NumberEditor),
  Filter: laterFilter((all) => all.NumberFilter),
  operators: NUMBER_OPERATORS,
  toText: (value) => textOf(value),
  fromText: typedNumber,
};

export const money: FieldKind = { ...decimal, width: 130, Cell: MoneyCell };

export const percent: FieldKind = { ...decimal, width: 90, Cell: PercentCell, toText: percentText };
