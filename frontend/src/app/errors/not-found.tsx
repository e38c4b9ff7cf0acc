import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/lib/list/list-states';
import { useReady } from '../skeleton';

export function NotFound() {
  const { t } = useTranslation();
  useReady();
  return (
    <EmptyState title={t('not_found.title')} text={t('not_found.text')}>
      <Link to="/">{t('home')}</Link>
    </EmptyState>
  );
}
