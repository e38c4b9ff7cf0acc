import { Form, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordSelect } from '@/lib/fields/record-select';
import { listOf } from '@/lib/fields/tags';
import { ConditionInput } from '@/lib/list/condition-input';
import { Group, NameField, NumberField, SwitchField } from '@/lib/rules/rule-parts';
import { useNames } from '@/lib/rules/use-names';

const METHODS = ['round_robin', 'least_loaded', 'weighted', 'fixed'];

export function AssignmentFields() {
  const { t } = useTranslation('rule');
  return (
    <>
      <NameField />
      <SwitchField name="active" label={t('active')} />
      <Group title={t('assignment.which')}>
        <Form.Item name="condition" label={t('condition')} extra={t('assignment.condition_text')}>
          <ConditionInput of="leads" />
        </Form.Item>
        <div className="gx-form-grid">
          <Form.Item name="pool_id" label={t('assignment.pool')}>
            <RecordSelect path="/lead-pools" placeholder={t('assignment.every_pool')} />
          </Form.Item>
          <NumberField name="priority" label={t('assignment.priority')} min={-1_000_000} max={1_000_000} isRequired />
        </div>
      </Group>
      <Target />
    </>
  );
}

/** To people, by turns of some kind, or on to another pool. */
function Target() {
  const { t } = useTranslation('rule');
  const form = Form.useFormInstance();
  const [toPool, setToPool] = useState(() => Boolean(form.getFieldValue('target_pool_id')));
  const method = Form.useWatch('method');
  const choose = (isPool: boolean) => {
    setToPool(isPool);
    // A rule that moves leads asks nobody, and one that asks somebody moves nothing.
    form.setFieldsValue(isPool ? { method: 'fixed' } : { target_pool_id: null });
  };
  return (
    <Group title={t('assignment.target')}>
      <Radio.Group
        className="gx-rule-target"
        value={toPool}
        onChange={(event) => choose(event.target.value as boolean)}
        options={[
          { value: false, label: t('assignment.to_people') },
          { value: true, label: t('assignment.to_pool') },
        ]}
      />
      <Form.Item name="method" label={t('assignment.method')} hidden={toPool}>
        <Radio.Group options={METHODS.map((it) => ({ value: it, label: t(`assignment.method_of.${it}`) }))} />
      </Form.Item>
      <Form.Item
        name="target_pool_id"
        label={t('assignment.target_pool')}
        hidden={!toPool}
        rules={[{ required: toPool, message: t('assignment.target_pool_required') }]}
      >
        <RecordSelect path="/lead-pools" />
      </Form.Item>
      <Form.Item
        name="user_ids"
        label={t('assignment.people')}
        hidden={toPool}
        rules={[{ required: !toPool, type: 'array', min: 1, message: t('assignment.people_required') }]}
      >
        <RecordSelect path="/users" isMany />
      </Form.Item>
      {!toPool && method === 'weighted' && <Weights />}
      {!toPool && (
        <>
          <SwitchField name="skip_full" label={t('assignment.skip_full')} />
          <SwitchField name="skip_on_leave" label={t('assignment.skip_on_leave')} />
        </>
      )}
    </Group>
  );
}

/** How many turns each has. */
function Weights() {
  const { t } = useTranslation('rule');
  const ids = listOf(Form.useWatch('user_ids'));
  const nameOf = useNames([{ user_ids: ids }]);
  return (
    <div className="gx-rule-weights">
      {ids.map((id, at) => (
        <label key={id} style={{ display: 'contents' }} htmlFor={`weight-${id}`}>
          <span>{nameOf(id)}</span>
          <Form.Item name={['weights', at]} noStyle initialValue={1}>
            <InputNumber id={`weight-${id}`} min={0} max={1000} precision={0} suffix={t('unit.turns')} />
          </Form.Item>
        </label>
      ))}
    </div>
  );
}
