import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { ConditionInput } from '@/lib/list/condition-input';
import { NameField, NumberField, SwitchField } from '@/lib/rules/rule-parts';

export function ScoringFields() {
  const { t } = useTranslation('rule');
  const form = Form.useFormInstance();
  return (
    <>
      <NameField />
      <SwitchField name="active" label={t('active')} />
      <Form.Item name="condition" label={t('condition')} rules={[{ required: true, message: t('condition_required') }]}>
        <ConditionInput of="leads" />
      </Form.Item>
      <Form.Item name="kind" label={t('scoring.kind')}>
        <Radio.Group
          options={['fit', 'negative'].map((it) => ({ value: it, label: t(`scoring.kind_of.${it}`) }))}
          onChange={(event) => {
            const points = Math.abs(Number(form.getFieldValue('points') ?? 0));
            form.setFieldValue('points', event.target.value === 'negative' ? -points : points);
          }}
        />
      </Form.Item>
      <div className="gx-form-grid">
        <NumberField
          name="points"
          label={t('scoring.points')}
          unit={t('unit.points')}
          min={-100}
          max={100}
          isRequired
        />
        <NumberField name="max_points" label={t('scoring.max_points')} unit={t('unit.points')} max={100} isRequired />
      </div>
    </>
  );
}
