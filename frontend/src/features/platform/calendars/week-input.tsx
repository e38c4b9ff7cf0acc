import { Button, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { HoursInput } from './hours-input';
import { hoursOf, usualHours, WEEK, type WeeklyHours, withHours } from './work-calendar';

interface WeekInputProps {
  /** Given by `Form.Item`. */
  value?: WeeklyHours[];
  onChange?: (week: WeeklyHours[]) => void;
}

/** The hours of each day of the week. */
export function WeekInput({ value = [], onChange }: WeekInputProps) {
  const { t } = useTranslation('calendar');
  const first = WEEK.find((day) => hoursOf(value, day).length > 0);
  const copy = () => {
    if (!first) return;
    const worked = WEEK.filter((day) => hoursOf(value, day).length > 0);
    onChange?.(worked.reduce((week, day) => withHours(week, day, hoursOf(value, first)), value));
  };
  return (
    <ul className="gx-week">
      {WEEK.map((day) => {
        const hours = hoursOf(value, day);
        const name = t(`weekday.${day}`);
        const isWorked = hours.length > 0;
        return (
          <li key={day}>
            <Switch
              size="small"
              checked={isWorked}
              aria-label={t('works_on', { day: name })}
              onChange={(on) => onChange?.(withHours(value, day, on ? usualHours(value) : []))}
            />
            <b>{name}</b>
            {isWorked ? (
              <HoursInput label={name} value={hours} onChange={(next) => onChange?.(withHours(value, day, next))} />
            ) : (
              <span className="gx-faint">{t('kind.rest')}</span>
            )}
            {day === first && (
              <Button type="link" size="small" onClick={copy}>
                {t('copy_hours')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
