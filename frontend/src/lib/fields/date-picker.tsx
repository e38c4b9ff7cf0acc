import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { formatDate, fromZone, inZone } from '@/lib/format/date';
import type { EditorProps, FilterProps } from './field-kind';

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
  return (
    <DatePicker
      id={id}
      autoFocus={autoFocus}
      defaultOpen={autoFocus && Boolean(onCommit)}
      value={read(value, hasTime)}
      showTime={hasTime ? { format: 'HH:mm', minuteStep: 5 } : false}
      format={hasTime ? 'YYYY-MM-DD HH:mm' : 'YYYY-MM-DD'}
      allowClear={!field.required}
      style={{ width: '100%' }}
      onChange={(next) => {
        const written = write(next as Dayjs | null, hasTime);
        onChange(written);
        onCommit?.(written);
      }}
    />
  );
}

/** Filters speak of days; for moments the server turns a day into its hours in the organisation's zone. */
export function RangePick({ value, op, onChange }: FilterProps) {
  if (op === 'between') {
    const [from, to] = Array.isArray(value) ? value : [];
    return (
      <DatePicker.RangePicker
        autoFocus
        value={[read(from, false), read(to, false)]}
        onChange={(next) => onChange(next ? [write(next[0], false), write(next[1], false)] : undefined)}
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
