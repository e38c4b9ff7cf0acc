import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { RecordSelect } from '@/lib/fields/record-select';
import { useLabel, useMeta } from '@/lib/resource/meta';
import { AudienceFields, Group, NameField, NumberField, SwitchField } from '@/lib/rules/rule-parts';
import { PoolRecycleFields } from './pool-recycle-fields';

/** What could be used to reach somebody round the owner. */
const MASKABLE = [
  'contact_name',
  'phone',
  'mobile',
  'email',
  'wechat',
  'address',
  'company_name',
  'requirement',
  'budget',
];

export function PoolFields() {
  const { t } = useTranslation('rule');
  const label = useLabel();
  const { byKey } = useMeta('leads');
  const mayClaim = Form.useWatch('members_may_claim') !== false;
  return (
    <>
      <NameField />
      <Form.Item name="description" label={t('description')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={1000} />
      </Form.Item>
      <SwitchField name="enabled" label={t('pool.enabled')} text={t('pool.enabled_text')} />
      <SwitchField name="is_default" label={t('pool.is_default')} text={t('pool.is_default_text')} />
      <Group title={t('pool.members')}>
        <AudienceFields />
        <Form.Item name="admin_ids" label={t('pool.admins')} extra={t('pool.admins_text')}>
          <RecordSelect path="/users" isMany />
        </Form.Item>
        <SwitchField name="visible_to_members" label={t('pool.visible')} text={t('pool.visible_text')} />
        <Form.Item name="masked_fields" label={t('pool.masked')} extra={t('pool.masked_text')}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={MASKABLE.map((key) => ({ value: key, label: label(byKey.get(key)?.label) || key }))}
          />
        </Form.Item>
      </Group>
      <Group title={t('pool.claim')}>
        <SwitchField name="members_may_claim" label={t('pool.members_may_claim')} />
        {mayClaim && (
          <div className="gx-form-grid">
            <NumberField
              name="daily_limit"
              label={t('pool.daily_limit')}
              unit={t('unit.records')}
              max={10_000}
              empty={t('unlimited')}
            />
            <NumberField
              name="prev_owner_freeze_days"
              label={t('pool.freeze')}
              unit={t('unit.days')}
              max={365}
              isRequired
            />
            <NumberField name="new_data_wait_days" label={t('pool.wait')} unit={t('unit.days')} max={365} isRequired />
          </div>
        )}
        <Form.Item name="auto_assign_rule_id" label={t('pool.auto_assign')} extra={t('pool.auto_assign_text')}>
          <RecordSelect path="/assignment-rules" placeholder={t('pool.auto_assign_all')} />
        </Form.Item>
      </Group>
      <PoolRecycleFields />
    </>
  );
}
