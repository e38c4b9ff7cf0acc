import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { AuditSearch } from './audit-search';

interface DaysFilterProps {
  search: AuditSearch;
  /** Somebody has just asked for it. */
  isOpen: boolean;
  onChange: (next: Pick<AuditSearch, 'from' | 'until'>) => void;
}

export function DaysFilter({ search: { from, until }, isOpen, onChange }: DaysFilterProps) {
  const { t } = useTranslation('audit');
  return (
    <DatePicker.RangePicker
      allowEmpty
      autoFocus={isOpen}
      defaultOpen={isOpen}
      aria-label={t('days')}
      value={[from ? dayjs(from) : null, until ? dayjs(until) : null]}
      onChange={(days) => onChange({ from: days?.[0]?.format('YYYY-MM-DD'), until: days?.[1]?.format('YYYY-MM-DD') })}
    />
  );
}
