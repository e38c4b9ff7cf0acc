import { Input, Skeleton } from 'antd';
import { type ComponentType, lazy, Suspense } from 'react';
import { formatDate, formatFullTime, formatTime } from '@/lib/format/date';
import type { CellProps, EditorProps, FieldKind, FilterProps } from './field-kind';
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

// The calendar weighs as much as a page and is needed only after a click.
const Picker = lazy(() => import('./date-picker').then((it) => ({ default: it.DateEditor })));
const Range = lazy(() => import('./date-picker').then((it) => ({ default: it.DateFilter })));

function later<P extends object>(Lazy: ComponentType<P>) {
  return function Later(props: P) {
    return (
      <Suspense fallback={<Skeleton.Input active size="small" />}>
        <Lazy {...props} />
      </Suspense>
    );
  };
}

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

const LaterRange = later<FilterProps>(Range);

function DateFilterInput(props: FilterProps) {
  if (props.op === 'last_n_days' || props.op === 'next_n_days') {
    return (
      <Input
        autoFocus
        type="number"
        min={1}
        max={3650}
        value={textOf(props.value)}
        onChange={(event) => props.onChange(event.target.value === '' ? undefined : Number(event.target.value))}
      />
    );
  }
  return <LaterRange {...props} />;
}

export const date: FieldKind = {
  width: 110,
  Cell: DateCell,
  Editor: later<EditorProps>(Picker),
  Filter: DateFilterInput,
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
