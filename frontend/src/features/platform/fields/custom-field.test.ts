// @vitest-environment node
import { expect, it } from 'vitest';
import { becomes, bodyOf, type Definition, fieldOf, namesIn } from './custom-field';

const NUMBER: Definition = {
  resource: 'leads',
  key: 'staff',
  type: 'number',
  label: '员工人数',
  label_en: '',
  min: '1',
  pattern: '[A-Z]',
  dictionary: 'packaging',
  required: true,
};

it('only what has a meaning for the type is sent, and of a field that is there nothing that stays', () => {
  const made = bodyOf(NUMBER, true);
  expect(made).toMatchObject({ resource: 'leads', key: 'c_staff', type: 'number', min: '1', required: true });
  expect(made).toMatchObject({ label_en: null, pattern: null, dictionary: null, formula: null, is_unique: false });
  const changed = bodyOf({ ...NUMBER, type: 'money' }, false);
  expect(changed).toMatchObject({ type: 'money', label: '员工人数' });
  expect(Object.keys(changed)).not.toEqual(expect.arrayContaining(['key']));
  for (const fixed of ['resource', 'key', 'is_unique', 'dictionary', 'target'])
    expect(changed).not.toHaveProperty(fixed);
  expect(bodyOf({ ...NUMBER, type: 'text', min: 2, max: 20 }, true)).toMatchObject({ min: '2', max: '20' });
  expect(bodyOf({ ...NUMBER, type: 'text', searchable: true, sensitive: true }, true).searchable).toBe(false);
  expect(bodyOf({ ...NUMBER, type: 'text', is_unique: true, default_value: 'x' }, true).default_value).toBeNull();
});

it('a type becomes what loses nothing', () => {
  expect(becomes('number')).toEqual(['number', 'money', 'percent']);
  expect(becomes('select')).toEqual(['text', 'long_text', 'select']);
  expect(becomes('image')).toEqual(['attachment', 'image']);
  expect(becomes('date')).toEqual(['date']);
});

it('a field looks in its preview as it will in forms', () => {
  const field = fieldOf({ type: 'text', label: '代号', max: 20, help: '大写' }, undefined);
  expect(field).toMatchObject({ kind: 'text', max_length: 20, rules: { type: 'text', help: '大写', max: '20' } });
  expect(fieldOf({ type: 'formula' }, undefined).writable).toBe(false);
});

it('a formula names fields, not functions or words', () => {
  expect(namesIn('IF(c_vip AND budget > 10, "c_x" & name, c_a1 * 2) + c_a1')).toEqual([
    'c_vip',
    'budget',
    'name',
    'c_a1',
  ]);
  expect(namesIn('TODAY () + 1')).toEqual([]);
});
