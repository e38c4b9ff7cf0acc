import { DatePicker, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useIsWide } from '@/lib/format/use-media';

interface MomentInputProps {
  id?: string;
  /** Given by `Form.Item`. */
  value?: Dayjs | null;
  onChange?: (value: Dayjs | null) => void;
  /** No day before it. */
  from?: string;
  allowClear?: boolean;
  autoFocus?: boolean;
  defaultOpen?: boolean;
  'aria-label'?: string;
}

const TYPED = 'YYYY-MM-DDTHH:mm';

/** A day and its hour. A phone has wheels of its own for it; beside a month there is no room for hours. */
export function MomentInput({ from, defaultOpen, allowClear, ...input }: MomentInputProps) {
  const isWide = useIsWide();
  if (!isWide) {
    return (
      <Input
        {...input}
        type="datetime-local"
        step={300}
        min={from && `${from}T00:00`}
        value={input.value?.format(TYPED) ?? ''}
        onChange={({ target }) => input.onChange?.(target.value ? dayjs(target.value) : null)}
      />
    );
  }
  return (
    <DatePicker
      {...input}
      showTime={{ format: 'HH:mm', minuteStep: 5 }}
      format="YYYY-MM-DD HH:mm"
      minDate={from ? dayjs(from) : undefined}
      allowClear={allowClear}
      defaultOpen={defaultOpen}
      style={{ width: '100%' }}
      onChange={(value) => input.onChange?.(value as Dayjs | null)}
    />
  );
}
