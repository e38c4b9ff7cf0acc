import { Input, Space } from 'antd';
import { useState } from 'react';
import { formatMoney } from '@/lib/format/money';
import type { Field } from '@/lib/resource/meta';
import type { EditorProps, FilterProps } from './field-kind';
import { isPercent, shownNumber, typedNumber } from './number';
import { isComposing, textOf } from './text';

interface NumberInputProps extends Pick<EditorProps, 'onCommit' | 'onCancel' | 'autoFocus' | 'id'> {
  value: unknown;
  field: Field;
  prefix?: string;
  onChange: (value: unknown) => void;
}

/** Full-width digits, thousands and 万/亿 are understood; what is no number stays and the server says so. */
function NumberInput({ value, field, prefix, onChange, onCommit, onCancel, autoFocus, id }: NumberInputProps) {
  // What is being typed is not yet the number: `12.` is on its way to `12.5`.
  const [typed, setTyped] = useState<string>();
  return (
    <Input
      id={id}
      autoFocus={autoFocus}
      inputMode="decimal"
      className="gx-number"
      prefix={prefix}
      suffix={isPercent(field) ? '%' : undefined}
      value={typed ?? shownNumber(value, field)}
      autoComplete="off"
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(typedNumber(target.value, field));
      }}
      onBlur={() => setTyped(undefined)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isComposing(event)) onCommit?.(typedNumber(event.currentTarget.value, field));
        if (event.key === 'Escape') onCancel?.();
      }}
    />
  );
}

export function NumberEditor({ row, ...props }: EditorProps) {
  const isMoney = props.field.kind === 'money';
  const sign = isMoney ? formatMoney('0', textOf(row?.currency) || 'CNY').replace(/[\d.]/g, '') : undefined;
  return <NumberInput {...props} prefix={sign} />;
}

export function NumberFilter({ value, op, field, onChange }: FilterProps) {
  if (op !== 'between') return <NumberInput autoFocus value={value} field={field} onChange={onChange} />;
  const [from, to] = Array.isArray(value) ? value : [];
  return (
    <Space.Compact>
      <NumberInput autoFocus value={from} field={field} onChange={(next) => onChange([next, to])} />
      <NumberInput value={to} field={field} onChange={(next) => onChange([from, next])} />
    </Space.Compact>
  );
}
