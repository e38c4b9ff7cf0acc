import type { Row } from '@/lib/api/schema-types';
import type { Field, Meta } from '@/lib/resource/meta';

function makeField(key: string, kind: Field['kind'], zh: string, more: Partial<Field> = {}): Field {
  return {
    key,
    kind,
    label: { zh, en: key },
    readable: true,
    writable: true,
    filterable: true,
    sortable: true,
    ...more,
  };
}

const FIELDS: Field[] = [
  makeField('name', 'text', '名称'),
  makeField('phone', 'phone', '电话'),
  makeField('level', 'choice', '级别', {
    options: [
      { value: 'A', label: { zh: '甲', en: 'A' }, color: 'red' },
      { value: 'B', label: { zh: '乙', en: 'B' }, color: null },
    ],
  }),
  makeField('owner_id', 'user', '负责人', { target: 'users' }),
  makeField('no', 'text', '编号', { writable: false }),
];

export const META: Meta = {
  resource: 'leads',
  label: { zh: '线索', en: 'Leads' },
  fields: FIELDS,
  default_columns: ['name', 'phone', 'level', 'owner_id'],
};

export const FIELD_MAP = new Map(FIELDS.map((field) => [field.key, field]));

export function makeRow(index: number): Row {
  return {
    id: `r${index}`,
    version: 1,
    name: `公司${index}`,
    phone: `1380000000${index}`,
    level: index % 2 ? 'A' : 'B',
    owner_id: 'u0',
    owner_name: '王小明',
    no: `XS${index}`,
    allowed_actions: ['update', 'delete'],
  };
}
