import { formatDecimal, formatMoney, parseDecimal } from '@/lib/format/money';
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

/** What is no number stays as typed, and the server says so. */
export function typedNumber(input: string, isInt: boolean): unknown {
  if (input.trim() === '') return null;
  const decimal = parseDecimal(input);
  if (decimal === undefined) return input;
  return isInt && /^-?\d{1,15}$/.test(decimal) ? Number(decimal) : decimal;
}

export const decimal: FieldKind = {
  width: 110,
  align: 'right',
  Cell: NumberCell,
  Editor: laterEditor((all) => all.NumberEditor),
  Filter: laterFilter((all) => all.NumberFilter),
  operators: NUMBER_OPERATORS,
  toText: (value) => textOf(value),
  fromText: (input, field) => typedNumber(input, field.kind === 'int'),
};

export const money: FieldKind = { ...decimal, width: 130, Cell: MoneyCell };
