import { Input, Space } from 'antd';
import { formatDecimal, formatMoney, parseDecimal } from '@/lib/format/money';
import type { CellProps, EditorProps, FieldKind, FilterProps } from './field-kind';
import { isComposing, textOf } from './text';

const NUMBER_OPERATORS = ['eq', 'gte', 'lte', 'between', 'ne', 'is_null', 'is_not_null'] as const;

function NumberCell({ value }: CellProps) {
  return <span className="gx-number">{formatDecimal(value)}</span>;
}

function MoneyCell({ value, row }: CellProps) {
  return <span className="gx-number">{formatMoney(value, textOf(row.currency) || 'CNY')}</span>;
}

/** Full-width digits, thousands and 万/亿 are understood; what is no number stays and the server says so. */
function NumberEditor({ value, field, onChange, onCommit, onCancel, autoFocus, id, row }: EditorProps) {
  const typed = (input: string) => typedNumber(input, field.kind === 'int');
  return (
    <Input
      id={id}
      autoFocus={autoFocus}
      inputMode="decimal"
      className="gx-number"
      prefix={
        field.kind === 'money' ? formatMoney('0', textOf(row?.currency) || 'CNY').replace(/[\d.]/g, '') : undefined
      }
      value={textOf(value)}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value)}
      onBlur={(event) => onChange(typed(event.target.value))}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isComposing(event)) onCommit?.(typed(event.currentTarget.value));
        if (event.key === 'Escape') onCancel?.();
      }}
    />
  );
}

function typedNumber(input: string, isInt: boolean): unknown {
  if (input.trim() === '') return null;
  const decimal = parseDecimal(input);
  if (decimal === undefined) return input;
  return isInt && /^-?\d{1,15}$/.test(decimal) ? Number(decimal) : decimal;
}

function NumberFilter({ value, op, field, onChange }: FilterProps) {
  const isInt = field.kind === 'int';
  if (op !== 'between') {
    return (
      <Input
        autoFocus
        inputMode="decimal"
        value={textOf(value)}
        onChange={(event) => onChange(typedNumber(event.target.value, isInt))}
      />
    );
  }
  const [from, to] = Array.isArray(value) ? value : [];
  return (
    <Space.Compact>
      <Input
        autoFocus
        inputMode="decimal"
        value={textOf(from)}
        onChange={(event) => onChange([typedNumber(event.target.value, isInt), to])}
      />
      <Input
        inputMode="decimal"
        value={textOf(to)}
        onChange={(event) => onChange([from, typedNumber(event.target.value, isInt)])}
      />
    </Space.Compact>
  );
}

export const decimal: FieldKind = {
  width: 110,
  align: 'right',
  Cell: NumberCell,
  Editor: NumberEditor,
  Filter: NumberFilter,
  operators: NUMBER_OPERATORS,
  toText: (value) => textOf(value),
  fromText: (input, field) => typedNumber(input, field.kind === 'int'),
};

export const money: FieldKind = { ...decimal, width: 130, Cell: MoneyCell };
