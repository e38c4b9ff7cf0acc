import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/lib/api/schema-types';
import { EditDrawer } from '@/lib/record/edit-drawer';
import { exampleOf, RESETS, type Segment } from './numbering-rule';
import { numberingRule } from './numbering-rule.resource';
import { SegmentsInput } from './segments-input';

interface Typed {
  segments: Segment[];
  separator: string;
  reset: string;
}

/** The parts of a number, with the number they make above them. */
export function NumberingDrawer({ rule, onClose }: { rule: Row; onClose: () => void }) {
  const { t } = useTranslation('numbering_rule');
  const [form] = Form.useForm<Typed>();
  const typed = { ...rule, ...(Form.useWatch([], form) as Partial<Typed> | undefined) } as Typed;
  return (
    <EditDrawer<Typed>
      resource={numberingRule}
      of={rule}
      form={form}
      title={t('edit_what', { name: t(`object.${rule.object}`, { defaultValue: String(rule.object) }) })}
      initial={rule}
      onClose={onClose}
    >
      <p className="gx-number-example" aria-live="polite">
        {t('example')} <code>{exampleOf(typed.segments, typed.separator)}</code>
      </p>
      <Form.Item name="segments" label={t('segments')}>
        <SegmentsInput />
      </Form.Item>
      <Form.Item name="separator" label={t('separator')}>
        <Input maxLength={2} style={{ width: 90 }} />
      </Form.Item>
      <Form.Item name="reset" label={t('reset_label')}>
        <Select options={RESETS.map((value) => ({ value, label: t(`reset.${value}`) }))} />
      </Form.Item>
    </EditDrawer>
  );
}
