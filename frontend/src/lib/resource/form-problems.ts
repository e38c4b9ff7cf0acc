import type { FormInstance } from 'antd';
import { fieldOf, isProblem } from '@/lib/api/problem';

/** Puts the server's words beside the fields they are about; says whether every word found its field. */
export function setFieldProblems(form: FormInstance, error: unknown): boolean {
  if (!isProblem(error) || error.errors.length === 0) return false;
  const known = new Set(Object.keys(form.getFieldsValue(true)).concat(Object.keys(form.getFieldsValue())));
  const fields = form.getFieldsError().map(({ name }) => name);
  // Of a value with parts one field may give the whole: what is wrong with a part is wrong with it.
  const fieldFor = (pointer: string) => {
    const path = fieldOf(pointer);
    return fields.find((name) => name.join('.') === path) ?? path.split('.').slice(0, 1);
  };
  const mine = error.errors.filter((it) => known.has(String(fieldFor(it.pointer)[0])));
  form.setFields(mine.map((it) => ({ name: fieldFor(it.pointer), errors: [it.message] })));
  const [first] = mine;
  if (first) form.scrollToField(fieldFor(first.pointer), { focus: true });
  return mine.length === error.errors.length;
}
