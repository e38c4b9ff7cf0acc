import { useTranslation } from 'react-i18next';

/** What people call the ways by which a message gets to them. */
export function useChannelWords() {
  const { t } = useTranslation('notification');
  return (channel: unknown) => t(`channel.${String(channel)}`);
}
