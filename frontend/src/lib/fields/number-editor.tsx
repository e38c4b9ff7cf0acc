import { Input, Space } from 'antd';
import { formatMoney } from '@/lib/format/money';
import type { EditorProps, FilterProps } from './field-kind';
import { typedNumber } from './number';
import { isComposing, textOf } from './text';

/** Full-width digits, thousands and 万/亿 are understood; what is no number stays and the server says so. */
export function NumberEditor({ value, field, onChange, onCommit, onCancel, autoFocus, id, row }: EditorProps) {
  const typed = (input: string) => typedNumber(input, field.kind === 'int');
  return (
    <Input
      id={id}
      autoFocus={autoFocus}
      inputMode="decimal"
      className="gx-number"
      prefix={
        field.kind === 'money' ? formatMoney('0', textOf(row?.currency) || 'CNY').replace(/[\d.]/g, '') : undefined
      }
      value={textOf(value)}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value)}
      onBlur={(event) => onChange(typed(event.target.value))}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isComposing(event)) onCommit?.(typed(event.currentTarget.value));
        if (event.key === 'Escape') onCancel?.();
      }}
    />
  );
}

export function NumberFilter({ value, op, field, onChange }: FilterProps) {
  const isInt = field.kind === 'int';
  if (op !== 'between') {
    return (
      <Input
        autoFocus
        inputMode="decimal"
        value={textOf(value)}
        onChange={(event) => onChange(typedNumber(event.target.value, isInt))}
      />
    );
  }
  const [from, to] = Array.isArray(value) ? value : [];
  return (
    <Space.Compact>
      <Input
        autoFocus
        inputMode="decimal"
        value={textOf(from)}
        onChange={(event) => onChange([typedNumber(event.target.value, isInt), to])}
      />
      <Input
        inputMode="decimal"
        value={textOf(to)}
        onChange={(event) => onChange([from, typedNumber(event.target.value, isInt)])}
      />
    </Space.Compact>
  );
}
