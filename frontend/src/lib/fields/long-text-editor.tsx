import { Input } from 'antd';
import type { EditorProps } from './field-kind';
import { cleared, isComposing, textOf } from './text';

/** Enter makes a new line here; Ctrl/⌘-Enter or leaving saves. */
export function LongTextEditor({ value, field, onChange, onCommit, onCancel, autoFocus, id }: EditorProps) {
  return (
    <Input.TextArea
      id={id}
      autoFocus={autoFocus}
      value={textOf(value)}
      maxLength={field.max_length ?? undefined}
      autoSize={{ minRows: 3, maxRows: 10 }}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event)) {
          onCommit?.(cleared(event.currentTarget.value));
        }
        if (event.key === 'Escape') onCancel?.();
      }}
    />
  );
}
