import { useTranslation } from 'react-i18next';

/** Puts into words why something did not get there: a code, some with the other side's status behind a colon. */
export function useTrouble() {
  const { t } = useTranslation('notification_rule');
  return (error: string) => {
    const [code = '', status] = error.split(':');
    return t(`trouble.${code}`, { status, defaultValue: error });
  };
}
