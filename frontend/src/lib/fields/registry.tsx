import type { Field, FieldKindName } from '@/lib/resource/meta';
import { bool } from './bool';
import { choice } from './choice';
import { email, phone, url } from './contact-point';
import { date, timestamp } from './date';
import type { FieldKind } from './field-kind';
import { json } from './json';
import { longText } from './long-text';
import { decimal, money } from './number';
import { department, reference, user } from './relation';
import { ids, tags } from './tags';
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
  ids,
  phone,
  email,
  url,
  json,
};

/** A kind this version does not know yet is shown as text. */
export function kindOf(field: Pick<Field, 'kind'>): FieldKind {
  return KINDS[field.kind] ?? text;
}
