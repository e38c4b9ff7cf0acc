import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { EditorProps, FilterProps } from './field-kind';

export function BoolEditor({ value, field, onChange, onCommit, autoFocus, id }: EditorProps) {
  const { t } = useTranslation();
  return (
    <Select
      id={id}
      autoFocus={autoFocus}
      value={(value as boolean | null) ?? undefined}
      allowClear={field.custom === true && !field.required}
      options={[
        { value: true, label: t('yes') },
        { value: false, label: t('no') },
      ]}
      onChange={(next) => {
        onChange(next ?? null);
        onCommit?.(next ?? null);
      }}
    />
  );
}

export function BoolFilter(props: FilterProps) {
  return <BoolEditor {...props} />;
}
