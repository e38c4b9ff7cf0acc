import { formatDate, formatFullTime, formatTime } from '@/lib/format/date';
import type { CellProps, FieldKind } from './field-kind';
import { laterEditor, laterFilter } from './later';
import { cleared, textOf } from './text';

const DATE_OPERATORS = [
  'eq',
  'between',
  'lt',
  'gte',
  'today',
  'yesterday',
  'tomorrow',
  'this_week',
  'last_week',
  'this_month',
  'last_month',
  'this_quarter',
  'this_year',
  'last_n_days',
  'next_n_days',
  'is_null',
  'is_not_null',
] as const;

function DateCell({ value }: CellProps) {
  return <span className="gx-number">{formatDate(value)}</span>;
}

function TimeCell({ value }: CellProps) {
  if (!value) return null;
  return (
    <time className="gx-number" dateTime={textOf(value)} title={formatFullTime(value)}>
      {formatTime(value)}
    </time>
  );
}

export const date: FieldKind = {
  width: 110,
  Cell: DateCell,
  Editor: laterEditor((all) => all.DateEditor),
  Filter: laterFilter((all) => all.DateFilter),
  operators: DATE_OPERATORS,
  toText: (value) => textOf(value),
  fromText: (input) =>
    cleared(
      input
        .trim()
        .replace(/[./年月]/g, '-')
        .replace(/日$/, ''),
    ),
};

export const timestamp: FieldKind = { ...date, width: 130, Cell: TimeCell, fromText: (input) => cleared(input) };
