import type { Field, FieldKindName } from '@/lib/resource/meta';
import { bool } from './bool';
import { choice } from './choice';
import { email, phone, url } from './contact-point';
import { date, timestamp } from './date';
import type { FieldKind } from './field-kind';
import { files } from './files';
import { json } from './json';
import { longText } from './long-text';
import { decimal, money, percent } from './number';
import { department, reference, user } from './relation';
import { ids, items, tags } from './tags';
import { text } from './text';

const KINDS: Record<FieldKindName, FieldKind> = {
  id: text,
  text,
  long_text: longText,
  int: decimal,
  decimal,
  money,
  bool,
  date,
  timestamp,
  choice,
  dictionary: choice,
  user,
  department,
  reference,
  tags,
  items,
  ids,
  phone,
  email,
  url,
  json,
};

/** Types of added fields that say more than the kind they are kept as. */
const TYPES: Record<string, FieldKind> = { percent, attachment: files, image: files };

/** A kind this version does not know yet is shown as text. */
export function kindOf(field: Pick<Field, 'kind' | 'rules'>): FieldKind {
  return TYPES[field.rules?.type ?? ''] ?? KINDS[field.kind] ?? text;
}
