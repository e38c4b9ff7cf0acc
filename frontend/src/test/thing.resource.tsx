import { Form, Input } from 'antd';
import { defineResource } from '@/lib/resource/define-resource';

function GiveFields() {
  return (
    <Form.Item name="reason" label="原因" rules={[{ required: true }]}>
      <Input />
    </Form.Item>
  );
}

/** A resource for tests: a verb with a form, urgency by a flag. */
export const thing = defineResource({
  key: 'lead',
  list: '/leads',
  item: '/leads/{id}',
  titleOf: (row) => String(row.name),
  toneOf: (row) => (row.is_late ? 'late' : 'none'),
  actions: [{ name: 'give', label: 'lead:action.give', isBatch: true, isPrimary: true, fields: GiveFields }],
});
