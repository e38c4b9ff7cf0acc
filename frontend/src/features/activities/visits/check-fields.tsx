import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { PhotoField } from '@/lib/files/photo-field';
import { PositionField } from './position-field';
import '../activities.css';

const OUTCOMES = ['reached', 'interested', 'agreed_next', 'no_answer', 'refused', 'other'] as const;

/** Where one has arrived. */
export function CheckInFields() {
  const { t } = useTranslation('visit');
  return (
    <>
      <PositionField isRequired />
      <Form.Item name="address" label={t('address')}>
        <Input maxLength={200} placeholder={t('address_example')} autoComplete="street-address" />
      </Form.Item>
      <Form.Item name="photo_id" label={t('common:files.photo')}>
        <PhotoField />
      </Form.Item>
    </>
  );
}

/** What was said there; where one leaves from is worth knowing, not asked for. */
export function CheckOutFields() {
  const { t } = useTranslation('visit');
  return (
    <>
      <Form.Item
        name="content"
        label={t('content')}
        rules={[{ required: true, whitespace: true, message: t('content_required') }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={5000} placeholder={t('content_example')} />
      </Form.Item>
      <Form.Item name="outcome" label={t('common:activity.outcome_label')} className="gx-choices">
        <Radio.Group
          optionType="button"
          options={OUTCOMES.map((it) => ({ value: it, label: t(`common:activity.outcome.${it}`) }))}
        />
      </Form.Item>
      <PositionField />
    </>
  );
}
