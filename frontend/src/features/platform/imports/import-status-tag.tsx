import { useTranslation } from 'react-i18next';
import { StatusTag } from '@/lib/fields/status-tag';
import type { ImportState } from './import-state';

const COLORS: Partial<Record<ImportState['status'], string>> = {
  checked: 'cyan',
  running: 'blue',
  done: 'green',
  partly_failed: 'orange',
  cancelled: 'gold',
};

export function ImportStatusTag({ of: it }: { of: ImportState }) {
  const { t } = useTranslation('import');
  return <StatusTag color={COLORS[it.status]}>{t(`status.${it.status}`)}</StatusTag>;
}
