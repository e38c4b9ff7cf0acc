import { Form, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { RecordSelect } from '@/lib/fields/record-select';
import { Group, NumberField, SwitchField } from '@/lib/rules/rule-parts';

const LEVELS = ['A', 'B', 'C', 'D'].map((level) => ({ value: level, label: level }));

/** When the night's job takes a lead back, and whose it leaves alone. */
export function PoolRecycleFields() {
  const { t } = useTranslation('rule');
  const isOn = Form.useWatch('recycle_enabled') !== false;
  return (
    <Group title={t('pool.recycle')}>
      <SwitchField name="recycle_enabled" label={t('pool.recycle_enabled')} text={t('pool.recycle_text')} />
      {isOn && (
        <>
          <div className="gx-form-grid">
            <NumberField
              name="no_followup_days"
              label={t('pool.no_followup_days')}
              unit={t('unit.days')}
              min={1}
              empty={t('not_counted')}
            />
            <NumberField
              name="not_converted_days"
              label={t('pool.not_converted_days')}
              unit={t('unit.days')}
              min={1}
              empty={t('not_counted')}
            />
          </div>
          <Form.Item name="recycle_mode" label={t('pool.recycle_mode')}>
            <Radio.Group
              options={[
                { value: 'any', label: t('pool.mode_any') },
                { value: 'all', label: t('pool.mode_all') },
              ]}
            />
          </Form.Item>
          <NumberField name="remind_days" label={t('pool.remind_days')} unit={t('unit.days')} max={60} isRequired />
          <SwitchField name="working_days_only" label={t('pool.working_days_only')} />
          <div className="gx-form-grid">
            <Form.Item name="exempt_levels" label={t('pool.exempt_levels')}>
              <Select mode="multiple" options={LEVELS} />
            </Form.Item>
            <Form.Item name="exempt_tags" label={t('pool.exempt_tags')}>
              <Select mode="tags" tokenSeparators={[',', '，', '、']} />
            </Form.Item>
            <Form.Item name="exempt_role_ids" label={t('pool.exempt_roles')}>
              <RecordSelect path="/roles" isMany />
            </Form.Item>
          </div>
        </>
      )}
    </Group>
  );
}
