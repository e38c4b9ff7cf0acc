import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type Hours, sameDays, WEEK, type WeeklyHours } from './work-calendar';

/** `09:00–12:00、13:30–18:00` */
export function useHoursWords() {
  const { t } = useTranslation('calendar');
  return useCallback((hours: Hours[]) => hours.map(({ from, to }) => `${from}–${to}`).join(t('common:separator')), [t]);
}

/** A week in few words, what is not worked last. */
export function useWeekWords() {
  const { t } = useTranslation('calendar');
  const sayHours = useHoursWords();
  return (week: WeeklyHours[]): string[] => {
    const groups = sameDays(week);
    const worked = new Set(groups.flatMap(({ days }) => days));
    const rest = WEEK.filter((day) => !worked.has(day));
    const sayDays = (days: number[]) =>
      days.length > 2
        ? `${t(`weekday.${days[0]}`)}–${t(`weekday.${days.at(-1)}`)}`
        : days.map((day) => t(`weekday.${day}`)).join(t('common:separator'));
    const lines = groups.map(({ days, hours }) => `${sayDays(days)} ${sayHours(hours)}`);
    if (rest.length > 0) {
      const days = rest.map((day) => t(`weekday.${day}`)).join(t('common:separator'));
      lines.push(t('rest_on', { days }));
    }
    return lines;
  };
}
