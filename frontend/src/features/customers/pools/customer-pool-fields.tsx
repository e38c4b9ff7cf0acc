import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { RecordSelect } from '@/lib/fields/record-select';
import { useLabel, useMeta } from '@/lib/resource/meta';
import { AudienceFields, Group, NameField, NumberField, SwitchField } from '@/lib/rules/rule-parts';
import { RecycleRulesInput } from './recycle-rules-input';
import './pools.css';

/** What could be used to reach somebody round the owner. */
const MASKABLE = ['phone', 'phones', 'email', 'wechat', 'website', 'address', 'requirement'];

export function CustomerPoolFields() {
  const { t } = useTranslation('rule');
  const label = useLabel();
  const { byKey } = useMeta('customers');
  const mayClaim = Form.useWatch('members_may_claim') !== false;
  return (
    <>
      <NameField />
      <Form.Item name="description" label={t('description')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={1000} />
      </Form.Item>
      <SwitchField name="enabled" label={t('pool.enabled')} text={t('sea.enabled_text')} />
      <SwitchField name="is_default" label={t('sea.is_default')} text={t('sea.is_default_text')} />
      <Group title={t('pool.members')}>
        <AudienceFields />
        <Form.Item name="admin_ids" label={t('pool.admins')} extra={t('pool.admins_text')}>
          <RecordSelect path="/users" isMany />
        </Form.Item>
        <SwitchField name="visible_to_members" label={t('sea.visible')} text={t('pool.visible_text')} />
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
            <NumberField name="daily_limit" label={t('pool.daily_limit')} max={10_000} empty={t('unlimited')} />
            <NumberField name="hold_limit" label={t('sea.hold_limit')} max={100_000} empty={t('unlimited')} />
            <NumberField
              name="prev_owner_freeze_days"
              label={t('pool.freeze')}
              unit={t('unit.days')}
              max={365}
              isRequired
            />
            <NumberField name="new_data_wait_days" label={t('sea.wait')} unit={t('unit.days')} max={365} isRequired />
          </div>
        )}
        <SwitchField name="dealt_counts" label={t('sea.dealt_counts')} />
        <SwitchField name="member_may_transfer" label={t('sea.member_may_transfer')} />
      </Group>
      <Group title={t('pool.recycle')}>
        <Form.Item name="recycle_rules" noStyle>
          <RecycleRulesInput />
        </Form.Item>
        <NumberField name="remind_days" label={t('pool.remind_days')} unit={t('unit.days')} max={60} isRequired />
        <SwitchField name="clear_team" label={t('sea.clear_team')} text={t('sea.clear_team_text')} />
      </Group>
    </>
  );
}
