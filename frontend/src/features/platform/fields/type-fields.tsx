import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FieldInput } from '@/lib/fields/field-input';
import type { Field } from '@/lib/resource/meta';
import { SwitchField } from '@/lib/rules/rule-parts';
import { RESETS } from '../numbering/numbering-rule';
import { SegmentsInput } from '../numbering/segments-input';
import { type FieldType, isMeasured, RESOURCES, says } from './custom-field';
import { FormulaInput } from './formula-input';

interface TypeFieldsProps {
  of: string;
  type: FieldType;
  isNew: boolean;
  /** As forms will see it. */
  preview: Field;
  dictionaries: { value: string; label: string }[];
}

/** What is asked of a field of one type. */
export function TypeFields({ of, type, isNew, preview, dictionaries }: TypeFieldsProps) {
  const { t } = useTranslation('custom_field');
  const fixed = t('fixed');
  const bare = { ...preview, required: false };
  const what = isMeasured(type) ? 'value' : preview.kind === 'items' || preview.kind === 'json' ? 'count' : 'length';
  const bound = isMeasured(type) ? (
    <FieldInput field={type === 'datetime' ? { ...bare, kind: 'date' } : bare} />
  ) : (
    <InputNumber min={0} max={5000} precision={0} style={{ width: '100%' }} />
  );
  return (
    <>
      {says(type, 'dictionary') && (
        <Form.Item name="dictionary" label={t('dictionary')} extra={fixed} required>
          <Select options={dictionaries} disabled={!isNew} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
      )}
      {says(type, 'target') && (
        <Form.Item name="target" label={t('target')} extra={fixed} required>
          <Select options={RESOURCES.map((value) => ({ value, label: t(`of.${value}`) }))} disabled={!isNew} />
        </Form.Item>
      )}
      {says(type, 'formula') && (
        <Form.Item name="formula" label={t('formula')} extra={t('formula_text')} required>
          <FormulaInput of={of} />
        </Form.Item>
      )}
      {says(type, 'numbering') && (
        <>
          <Form.Item name={['numbering', 'segments']} label={t('numbering_rule:segments')}>
            <SegmentsInput />
          </Form.Item>
          <div className="gx-form-grid">
            <Form.Item name={['numbering', 'separator']} label={t('numbering_rule:separator')}>
              <Input maxLength={2} />
            </Form.Item>
            <Form.Item name={['numbering', 'reset']} label={t('numbering_rule:reset_label')}>
              <Select options={RESETS.map((value) => ({ value, label: t(`numbering_rule:reset.${value}`) }))} />
            </Form.Item>
          </div>
        </>
      )}
      <div className="gx-form-grid">
        {says(type, 'min') && (
          <Form.Item name="min" label={t(`min.${what}`)}>
            {bound}
          </Form.Item>
        )}
        {says(type, 'max') && (
          <Form.Item name="max" label={t(`max.${what}`)}>
            {bound}
          </Form.Item>
        )}
        {says(type, 'scale') && (
          <Form.Item name="scale" label={t('scale')}>
            <InputNumber min={0} max={type === 'money' ? 4 : 6} precision={0} style={{ width: '100%' }} />
          </Form.Item>
        )}
        {says(type, 'default_value') && (
          <Form.Item name="default_value" label={t('default_value')} className="gx-field-default">
            <FieldInput field={bare} />
          </Form.Item>
        )}
        {says(type, 'pattern') && (
          <Form.Item name="pattern" label={t('pattern')} extra={t('pattern_text')}>
            <Input maxLength={200} spellCheck={false} className="gx-code-input" />
          </Form.Item>
        )}
      </div>
      {says(type, 'required') && (
        <SwitchField name="required" label={t('required')} text={isNew ? undefined : t('required_text')} />
      )}
      {says(type, 'is_unique') && <UniqueField isNew={isNew} />}
      {says(type, 'searchable') && <SearchableField />}
      <SwitchField name="sensitive" label={t('sensitive')} text={t('sensitive_text')} />
    </>
  );
}

/** What is covered is not searched: who searches would find out what it says. */
function SearchableField() {
  const { t } = useTranslation('custom_field');
  const isSensitive = Form.useWatch('sensitive') === true;
  const text = t(isSensitive ? 'not_searchable_text' : 'searchable_text');
  return <SwitchField name="searchable" label={t('searchable')} text={text} isFixed={isSensitive} />;
}

/** Said when the field is made: what is there already is not compared later. */
function UniqueField({ isNew }: { isNew: boolean }) {
  const { t } = useTranslation('custom_field');
  return <SwitchField name="is_unique" label={t('is_unique')} text={t('fixed')} isFixed={!isNew} />;
}
