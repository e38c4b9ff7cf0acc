import { Input, Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import type { EditorProps, FilterProps } from './field-kind';
import { textOf } from './text';

// The calendar weighs as much as a page.
const Picker = lazy(() => import('./date-picker').then((it) => ({ default: it.DatePick })));
const Range = lazy(() => import('./date-picker').then((it) => ({ default: it.RangePick })));

export function DateEditor(props: EditorProps) {
  return (
    <Suspense fallback={<Skeleton.Input active size="small" />}>
      <Picker {...props} />
    </Suspense>
  );
}

export function DateFilter(props: FilterProps) {
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
  return (
    <Suspense fallback={<Skeleton.Input active size="small" />}>
      <Range {...props} />
    </Suspense>
  );
}
