import { useTranslation } from 'react-i18next';
import { nameKeyOf } from '@/lib/resource/meta';
import type { EditorProps, FilterProps } from './field-kind';
import { pathOf } from './relation';
import { RemoteSelect } from './remote-select';
import { textOf } from './text';

export function RelationEditor({ value, field, row, onChange, onCommit, onCancel, autoFocus, id }: EditorProps) {
  const nameKey = nameKeyOf(field.key);
  const shown = typeof value === 'string' && row ? { [value]: textOf(row[nameKey]) } : undefined;
  return (
    <RemoteSelect
      id={id}
      path={pathOf(field.target, field.kind)}
      value={value as string | null}
      shown={shown}
      autoFocus={autoFocus}
      isOpen={autoFocus && Boolean(onCommit)}
      allowClear={!field.required}
      onCancel={onCancel}
      onChange={(next, label) => {
        const words = { [nameKey]: label };
        onChange(next, words);
        onCommit?.(next, words);
      }}
    />
  );
}

export function RelationFilter({ value, op, field, onChange }: FilterProps) {
  const { t } = useTranslation();
  const isMany = op === 'in' || op === 'not_in';
  return (
    <RemoteSelect
      path={pathOf(field.target, field.kind)}
      value={value as string | string[]}
      isMany={isMany}
      autoFocus
      isOpen
      extra={field.kind === 'user' ? [{ value: 'me', label: t('me') }] : []}
      onChange={onChange}
    />
  );
}
