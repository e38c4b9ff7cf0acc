import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { RecordSelect } from '@/lib/fields/record-select';
import type { ActionFieldsProps } from '@/lib/resource/define-resource';
import { useLabel, useMeta } from '@/lib/resource/meta';

/** Given by the night's job alone. */
const SYSTEM_RECYCLE = 'system_recycle';
const OTHER = 'other';

/** A reason out of the organisation's list; "other" wants words of its own. */
function ReasonFields({ field, label }: { field: string; label: string }) {
  const { t } = useTranslation('lead');
  const say = useLabel();
  const { byKey } = useMeta('leads');
  const reason = Form.useWatch('reason');
  const options = (byKey.get(field)?.options ?? [])
    .filter((it) => it.value !== SYSTEM_RECYCLE && it.active !== false)
    .map((it) => ({ value: it.value, label: say(it.label) }));
  return (
    <>
      <Form.Item name="reason" label={label} rules={[{ required: true, message: t('reason_required') }]}>
        <Select options={options} autoFocus showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item
        name="note"
        label={t('note')}
        dependencies={['reason']}
        rules={[{ required: reason === OTHER, message: t('note_required') }]}
      >
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </>
  );
}

export function ReturnFields({ count }: ActionFieldsProps) {
  const { t } = useTranslation('lead');
  return (
    <>
      <p className="gx-faint gx-action-text">{t('return_text', { count })}</p>
      <ReasonFields field="pooled_reason" label={t('return_reason')} />
      <Form.Item name="pool_id" label={t('return_pool')} tooltip={t('return_pool_text')}>
        <RecordSelect path="/lead-pools" placeholder={t('return_pool_default')} />
      </Form.Item>
    </>
  );
}

export function InvalidateFields() {
  const { t } = useTranslation('lead');
  return <ReasonFields field="invalid_reason" label={t('invalid_reason')} />;
}
