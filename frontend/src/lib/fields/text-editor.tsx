import { Input } from 'antd';
import type { EditorProps, FilterProps } from './field-kind';
import { cleared, isComposing, textOf } from './text';

export function TextEditor({ value, field, onChange, onCommit, onCancel, autoFocus, id }: EditorProps) {
  return (
    <Input
      id={id}
      autoFocus={autoFocus}
      value={textOf(value)}
      maxLength={field.max_length ?? undefined}
      autoComplete="off"
      inputMode={field.kind === 'phone' ? 'tel' : field.kind === 'email' ? 'email' : undefined}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isComposing(event)) onCommit?.(cleared(event.currentTarget.value));
        if (event.key === 'Escape') onCancel?.();
      }}
    />
  );
}

export function TextFilter({ value, onChange }: FilterProps) {
  return <Input autoFocus value={textOf(value)} onChange={(event) => onChange(event.target.value)} allowClear />;
}
