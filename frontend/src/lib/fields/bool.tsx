import { useTranslation } from 'react-i18next';
import type { CellProps, FieldKind } from './field-kind';
import { laterEditor, laterFilter } from './later';

function BoolCell({ value }: CellProps) {
  const { t } = useTranslation();
  if (value === null || value === undefined) return null;
  return <>{value ? t('yes') : t('no')}</>;
}

export const bool: FieldKind = {
  width: 80,
  Cell: BoolCell,
  Editor: laterEditor((all) => all.BoolEditor),
  Filter: laterFilter((all) => all.BoolFilter),
  operators: ['eq'],
  toText: (value) => (value ? '1' : value === false ? '0' : ''),
  fromText: (input) => ['1', 'true', 'yes', 'y', '是', '√'].includes(input.trim().toLowerCase()),
};
