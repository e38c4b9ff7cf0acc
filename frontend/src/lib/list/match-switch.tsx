import { useTranslation } from 'react-i18next';
import type { FilterGroup } from '@/lib/resource/filter';

interface MatchSwitchProps {
  value: FilterGroup['match'];
  onChange: (match: FilterGroup['match']) => void;
}

/** Whether all conditions must hold or any one of them. */
export function MatchSwitch({ value, onChange }: MatchSwitchProps) {
  const { t } = useTranslation();
  return (
    <span className="gx-match">
      <button type="button" aria-pressed={value === 'and'} onClick={() => onChange('and')}>
        {t('filter.all')}
      </button>
      <button type="button" aria-pressed={value === 'or'} onClick={() => onChange('or')}>
        {t('filter.any')}
      </button>
    </span>
  );
}
