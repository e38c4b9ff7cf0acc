import type { FieldKind } from './field-kind';
import { laterEditor } from './later';
import { text } from './text';

export const longText: FieldKind = {
  ...text,
  width: 240,
  Editor: laterEditor((all) => all.LongTextEditor),
  operators: ['contains', 'is_null', 'is_not_null'],
};
