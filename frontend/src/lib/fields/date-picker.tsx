import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { formatDate, fromZone, inZone } from '@/lib/format/date';
import { DayRange } from './day-range';
import type { EditorProps, FilterProps } from './field-kind';
import { MomentInput } from './moment-input';

function read(value: unknown, hasTime: boolean): Dayjs | null {
  if (typeof value !== 'string' || !value) return null;
  return hasTime ? dayjs(inZone(value).format('YYYY-MM-DDTHH:mm:ss')) : dayjs(formatDate(value));
}

function write(value: Dayjs | null, hasTime: boolean): string | null {
  if (!value) return null;
  return hasTime ? fromZone(value) : value.format('YYYY-MM-DD');
}

export function DatePick({ value, field, onChange, onCommit, autoFocus, id }: EditorProps) {
  const hasTime = field.kind === 'timestamp';
  const picker = {
    id,
    autoFocus,
    defaultOpen: autoFocus && Boolean(onCommit),
    value: read(value, hasTime),
    allowClear: !field.required,
    onChange: (next: unknown) => {
      const written = write(next as Dayjs | null, hasTime);
      onChange(written);
      onCommit?.(written);
    },
  };
  return hasTime ? (
    <MomentInput {...picker} />
  ) : (
    <DatePicker {...picker} format="YYYY-MM-DD" style={{ width: '100%' }} />
  );
}

/** Filters speak of days; for moments the server turns a day into its hours in the organisation's zone. */
export function RangePick({ value, op, onChange }: FilterProps) {
  if (op === 'between') {
    const [from, until] = (Array.isArray(value) ? value : []) as (string | undefined)[];
    return (
      <DayRange
        isAsked
        from={from}
        until={until}
        onChange={(...days) => onChange(days.some(Boolean) ? days : undefined)}
      />
    );
  }
  return (
    <DatePicker
      autoFocus
      value={read(value, false)}
      onChange={(next) => onChange(write(next as Dayjs | null, false))}
    />
  );
}
