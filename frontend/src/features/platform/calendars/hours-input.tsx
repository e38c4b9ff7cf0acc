import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Hours } from './work-calendar';

const MIDNIGHT = '24:00';

interface HoursInputProps {
  /** Whose hours: said before each field. */
  label: string;
  /** Given by `Form.Item`. */
  value?: Hours[];
  onChange?: (hours: Hours[]) => void;
}

/** From when to when, as often as one comes back from lunch. */
export function HoursInput({ label, value = [], onChange }: HoursInputProps) {
  const { t } = useTranslation('calendar');
  const change = (at: number, changes: Partial<Hours>) =>
    onChange?.(value.map((it, index) => (index === at ? { ...it, ...changes } : it)));
  return (
    <span className="gx-hours">
      {value.map((it, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing but its place
        <span key={at} className="gx-hours-line">
          <Input
            type="time"
            aria-label={`${label} ${t('from')}`}
            value={it.from}
            onChange={(event) => change(at, { from: event.target.value })}
          />
          –
          <Input
            type="time"
            aria-label={`${label} ${t('until')}`}
            // A day ends when the next one begins; the browser's field knows only its beginning.
            value={it.to === MIDNIGHT ? '00:00' : it.to}
            onChange={(event) => change(at, { to: event.target.value === '00:00' ? MIDNIGHT : event.target.value })}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            disabled={value.length === 1}
            aria-label={t('remove_hours', { hours: `${label} ${it.from}–${it.to}` })}
            onClick={() => onChange?.(value.filter((_, index) => index !== at))}
          />
        </span>
      ))}
      <Button
        type="link"
        size="small"
        icon={<PlusOutlined />}
        aria-label={t('add_hours_to', { day: label })}
        onClick={() => onChange?.([...value, { from: value.at(-1)?.to ?? '09:00', to: '18:00' }])}
      >
        {t('add_hours')}
      </Button>
    </span>
  );
}
