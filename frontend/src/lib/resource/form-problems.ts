import type { FormInstance } from 'antd';
import { fieldOf, isProblem } from '@/lib/api/problem';

/** Puts the server's words beside the fields they are about; says whether every word found its field. */
export function setFieldProblems(form: FormInstance, error: unknown): boolean {
  if (!isProblem(error) || error.errors.length === 0) return false;
  const known = new Set(Object.keys(form.getFieldsValue(true)).concat(Object.keys(form.getFieldsValue())));
  const mine = error.errors.filter((it) => known.has(fieldOf(it.pointer).split('.')[0] ?? ''));
  form.setFields(mine.map((it) => ({ name: fieldOf(it.pointer).split('.'), errors: [it.message] })));
  const [first] = mine;
  if (first) form.scrollToField(fieldOf(first.pointer).split('.'), { focus: true });
  return mine.length === error.errors.length;
}
