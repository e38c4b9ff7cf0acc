import dayjs from 'dayjs';
import { formatDate, formatFullTime, formatTime, fromZone } from '@/lib/format/date';
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

const TYPED = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/** `2026/3/9` and `2026年3月9日` are dates; what is none stays as typed, and the server says so. */
export function typedDate(input: string): string | null {
  const [, year = '', month = '', day = ''] = TYPED.exec(input.trim()) ?? [];
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : cleared(input);
}

/** A time of day as the organisation's clock shows it. */
export function typedTime(input: string): string | null {
  const [, year, , , hour = '0', minute = '00', second = '00'] = TYPED.exec(input.trim()) ?? [];
  if (!year) return cleared(input);
  return fromZone(dayjs(`${typedDate(input)}T${hour.padStart(2, '0')}:${minute}:${second}`));
}

export const date: FieldKind = {
  width: 110,
  Cell: DateCell,
  Editor: laterEditor((all) => all.DateEditor),
  Filter: laterFilter((all) => all.DateFilter),
  operators: DATE_OPERATORS,
  toText: (value) => textOf(value),
  fromText: (input) => typedDate(input),
};

export const timestamp: FieldKind = {
  ...date,
  width: 130,
  Cell: TimeCell,
  toText: (value) => formatFullTime(value),
  fromText: typedTime,
};
