import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CellProps, EditorProps, FieldKind, FilterProps } from './field-kind';

function BoolCell({ value }: CellProps) {
  const { t } = useTranslation();
  if (value === null || value === undefined) return null;
  return <>{value ? t('yes') : t('no')}</>;
}

function BoolEditor({ value, onChange, onCommit, autoFocus, id }: EditorProps) {
  const { t } = useTranslation();
  return (
    <Select
      id={id}
      autoFocus={autoFocus}
      value={value as boolean | undefined}
      options={[
        { value: true, label: t('yes') },
        { value: false, label: t('no') },
      ]}
      onChange={(next) => {
        onChange(next);
        onCommit?.(next);
      }}
    />
  );
}

function BoolFilter(props: FilterProps) {
  return <BoolEditor {...props} />;
}

export const bool: FieldKind = {
  width: 80,
  Cell: BoolCell,
  Editor: BoolEditor,
  Filter: BoolFilter,
  operators: ['eq'],
  toText: (value) => (value ? '1' : value === false ? '0' : ''),
  fromText: (input) => ['1', 'true', 'yes', 'y', '是', '√'].includes(input.trim().toLowerCase()),
};
