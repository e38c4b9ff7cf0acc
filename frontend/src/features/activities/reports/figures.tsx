import { useTranslation } from 'react-i18next';
import './reports.css';

const FIGURES = [
  'new_leads',
  'new_customers',
  'contacts_made',
  'customers_contacted',
  'calls',
  'calls_connected',
  'visits',
  'plans_done',
  'plans_missed',
] as const;

/** What was counted in that time. */
export function Figures({ of }: { of: Record<string, unknown> }) {
  const { t } = useTranslation('work_report');
  return (
    <dl className="gx-figures" aria-label={t('figures')}>
      {FIGURES.map((it) => (
        <div key={it}>
          <dt>{t(`figure.${it}`)}</dt>
          <dd>{Number(of[it] ?? 0)}</dd>
        </div>
      ))}
    </dl>
  );
}
