import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { EditDrawer } from '@/lib/record/edit-drawer';
import { type FieldOption, useMeta } from '@/lib/resource/meta';
import { allQuery } from '@/lib/resource/use-rows';
import { useListName } from '../dictionaries/use-list-name';
import { wordsOf } from '../dictionaries/word';
import { NEW_SEGMENTS } from '../numbering/numbering-rule';
import { becomes, bodyOf, type Definition, definitionOf, fieldOf, TYPES } from './custom-field';
import { customField } from './custom-field.resource';
import { FieldPreview } from './field-preview';
import { TypeFields } from './type-fields';

interface FieldDrawerProps {
  /** The records that have it. */
  resource: string;
  of: Row | undefined;
  /** Where a new one stands. */
  position: number;
  onClose: () => void;
}

const NUMBERING = { segments: [NEW_SEGMENTS.text, NEW_SEGMENTS.sequence], separator: '-', reset: 'never' };

/** A field: what it is called, what it holds, and how it will look. */
export function FieldDrawer({ resource, of, position, onClose }: FieldDrawerProps) {
  const { t } = useTranslation('custom_field');
  const [form] = Form.useForm<Definition>();
  const known = of && definitionOf(of);
  const initial: Partial<Definition> = known ?? { type: 'text', numbering: NUMBERING };
  const said = { ...initial, ...(Form.useWatch([], form) as Partial<Definition> | undefined) };
  const type = said.type ?? 'text';
  const { lists, optionsOf } = useWords();
  const preview = fieldOf(said, optionsOf(type === 'region' ? 'region' : said.dictionary));
  const types = known ? becomes(known.type) : TYPES;
  const fixed = t('fixed');
  return (
    <EditDrawer<Definition>
      resource={customField}
      of={of}
      form={form}
      title={known ? t('edit_what', { name: known.label }) : t('create_for', { what: t(`of.${resource}`) })}
      initial={initial}
      bodyOf={(typed) => {
        const body = bodyOf({ ...typed, resource }, !known);
        return known ? body : { ...body, position };
      }}
      unique="key"
      wordsFor={({ label }) => t('created', { name: label })}
      onClose={() => {
        invalidate('/meta/{resource}');
        onClose();
      }}
    >
      <FieldPreview field={preview} numbering={type === 'auto_number' ? said.numbering : undefined} />
      <div className="gx-form-grid">
        <Form.Item
          name="label"
          label={t('label')}
          rules={[{ required: true, whitespace: true, message: t('label_required') }]}
        >
          <Input maxLength={60} autoFocus={!known} />
        </Form.Item>
        <Form.Item name="type" label={t('type_label')} extra={known ? t('type_fixed') : undefined}>
          <Select
            disabled={types.length === 1}
            options={types.map((value) => ({ value, label: t(`type.${value}`) }))}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={() => form.setFieldsValue({ min: null, max: null, default_value: null })}
          />
        </Form.Item>
        <Form.Item
          name="key"
          label={t('key')}
          extra={fixed}
          rules={[
            { required: !known, message: t('key_required') },
            { pattern: /^[a-z][a-z0-9_]*$/, message: t('key_form') },
          ]}
        >
          <Input prefix="c_" maxLength={38} disabled={Boolean(known)} spellCheck={false} className="gx-code-input" />
        </Form.Item>
        <Form.Item name="label_en" label={t('label_en')}>
          <Input maxLength={60} />
        </Form.Item>
      </div>
      <Form.Item name="help" label={t('help')} extra={t('help_text')}>
        <Input maxLength={1000} />
      </Form.Item>
      <TypeFields of={resource} type={type} isNew={!known} preview={preview} dictionaries={lists} />
    </EditDrawer>
  );
}

/** The lists that a field may take its words from. */
function useWords() {
  const nameOf = useListName();
  const found = useQuery(allQuery('/dictionaries'));
  const { byKey } = useMeta('customers');
  const rows = found.data?.items ?? [];
  const optionsOf = (code: string | null | undefined): FieldOption[] | undefined => {
    if (code === 'region') return byKey.get('region')?.options ?? undefined;
    const row = rows.find((it) => it.code === code);
    return (
      row && wordsOf(row).map(({ code: value, zh, en, ...word }) => ({ ...word, value, label: { zh, en: en ?? zh } }))
    );
  };
  return { lists: rows.map((row) => ({ value: String(row.code), label: nameOf(row) })), optionsOf };
}
