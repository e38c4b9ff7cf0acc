import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useIsWide } from '@/lib/format/use-media';
import './fields.css';

type Day = string | null | undefined;

interface DayRangeProps {
  from: Day;
  until: Day;
  /** Either end may stay open. */
  isOpenEnded?: boolean;
  /** Somebody has just asked for it. */
  isAsked?: boolean;
  label?: string;
  onChange: (from: string | undefined, until: string | undefined) => void;
}

const read = (day: Day): Dayjs | null => (day ? dayjs(day) : null);
const write = (day: Dayjs | null | undefined) => day?.format('YYYY-MM-DD');

/** From one day to another: two months side by side, or one after the other where there is room for one alone. */
export function DayRange({ from, until, isOpenEnded = false, isAsked = false, label, onChange }: DayRangeProps) {
  const { t } = useTranslation();
  const isWide = useIsWide();
  if (isWide) {
    return (
      <DatePicker.RangePicker
        allowEmpty={isOpenEnded}
        autoFocus={isAsked}
        defaultOpen={isAsked && isOpenEnded}
        aria-label={label}
        value={[read(from), read(until)]}
        onChange={(days) => onChange(write(days?.[0]), write(days?.[1]))}
      />
    );
  }
  // A calendar is enough to choose a day; the keyboard would cover it.
  return (
    <span className="gx-day-range">
      <DatePicker
        inputReadOnly
        defaultOpen={isAsked && isOpenEnded}
        aria-label={t('day_range.from')}
        placeholder={t('day_range.from')}
        value={read(from)}
        maxDate={read(until) ?? undefined}
        onChange={(day: Dayjs | null) => onChange(write(day), until ?? undefined)}
      />
      <DatePicker
        inputReadOnly
        aria-label={t('day_range.until')}
        placeholder={t('day_range.until')}
        value={read(until)}
        minDate={read(from) ?? undefined}
        onChange={(day: Dayjs | null) => onChange(from ?? undefined, write(day))}
      />
    </span>
  );
}
