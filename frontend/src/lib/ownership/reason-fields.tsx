import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type FieldOption, useLabel } from '@/lib/resource/meta';

/** Given by the night's job alone. */
const SYSTEM_RECYCLE = 'system_recycle';
const OTHER = 'other';

/** A reason out of the organisation's list; "other" wants words of its own. */
export function ReasonFields({ options, label }: { options: FieldOption[]; label: string }) {
  const { t } = useTranslation();
  const say = useLabel();
  const reason = Form.useWatch('reason');
  const offered = options.filter((it) => it.value !== SYSTEM_RECYCLE && it.active !== false);
  return (
    <>
      <Form.Item name="reason" label={label} rules={[{ required: true, message: t('ownership.reason_required') }]}>
        <Select
          options={offered.map((it) => ({ value: it.value, label: say(it.label) }))}
          autoFocus
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
      <Form.Item
        name="note"
        label={t('ownership.note')}
        dependencies={['reason']}
        rules={[{ required: reason === OTHER, message: t('ownership.note_required') }]}
      >
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </>
  );
}
