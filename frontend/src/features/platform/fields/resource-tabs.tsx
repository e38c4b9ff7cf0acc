import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/lib/api/schema-types';
import { RESOURCES } from './custom-field';

interface ResourceTabsProps {
  to: '/settings/fields' | '/settings/layouts';
  of: string;
  rows: Row[] | undefined;
}

/** The records that can be given another shape, with how much there is for each. */
export function ResourceTabs({ to, of, rows }: ResourceTabsProps) {
  const { t } = useTranslation('custom_field');
  return (
    <nav aria-label={t('of_what')}>
      {RESOURCES.map((it) => (
        <Link key={it} to={to} search={{ of: it }} aria-current={it === of ? 'page' : undefined}>
          {t(`of.${it}`)}{' '}
          <small className="gx-faint">{rows?.filter(({ resource }) => resource === it).length || ''}</small>
        </Link>
      ))}
    </nav>
  );
}
