import { Checkbox, Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLabel, useMeta } from '@/lib/resource/meta';
import { AudienceFields, Group, NameField, NumberField } from '@/lib/rules/rule-parts';

const COUNTABLE = ['pending', 'following', 'invalid', 'converted'];

export function CapacityFields() {
  const { t } = useTranslation('rule');
  const label = useLabel();
  const { byKey } = useMeta('leads');
  const object = Form.useWatch('object');
  const options = byKey.get('status')?.options ?? [];
  const words = (state: string) => label(options.find((it) => it.value === state)?.label) || state;
  return (
    <>
      <NameField />
      <Form.Item name="object" label={t('capacity.of')}>
        <Radio.Group
          optionType="button"
          options={['lead', 'customer'].map((it) => ({ value: it, label: t(`capacity.object.${it}`) }))}
        />
      </Form.Item>
      <NumberField
        name="max_owned"
        label={t('capacity.max_owned')}
        unit={t('unit.records')}
        max={1_000_000}
        empty={t('unlimited')}
      />
      <Group title={t('audience.title')}>
        <AudienceFields />
      </Group>
      <Group title={t('capacity.counting')}>
        {object === 'customer' ? (
          <Form.Item name="dealt_counts" label={t('capacity.dealt_counts')}>
            <Radio.Group
              options={[
                { value: null, label: t('capacity.as_settings') },
                { value: true, label: t('common:yes') },
                { value: false, label: t('common:no') },
              ]}
            />
          </Form.Item>
        ) : (
          <Form.Item
            name="count_statuses"
            label={t('capacity.count_statuses')}
            extra={t('capacity.as_settings_if_empty')}
            getValueFromEvent={(states: string[]) => (states.length > 0 ? states : null)}
          >
            <Checkbox.Group options={COUNTABLE.map((it) => ({ value: it, label: words(it) }))} />
          </Form.Item>
        )}
        <NumberField name="priority" label={t('capacity.priority')} min={-1000} max={1000} isRequired />
      </Group>
    </>
  );
}
