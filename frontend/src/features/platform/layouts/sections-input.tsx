import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { MoveHandle } from '@/lib/order/move-handle';
import { movedBy } from '@/lib/order/moved';
import { useDrag } from '@/lib/order/use-drag';
import type { Section } from '@/lib/resource/layout';
import { useLabel, useMeta } from '@/lib/resource/meta';
import { PlacedField } from './placed-field';
import { addField, changeField, dropField, endOf, isPlaced, removeField, stepField } from './sections';

interface SectionsInputProps {
  /** The records it is about. */
  of: string;
  /** Given by `Form.Item`. */
  value?: Section[];
  onChange?: (sections: Section[]) => void;
}

/** Sections and the fields in them: put in order by drag, by keys, and by the menu of each. */
export function SectionsInput({ of, value = [], onChange }: SectionsInputProps) {
  const { t } = useTranslation('layout');
  const label = useLabel();
  const { fields, byKey } = useMeta(of);
  const change = (next: Section[]) => onChange?.(next);
  const { item, target } = useDrag((dragged, onto) => change(dropField(value, dragged, onto)));
  const nameOf = (key: string) => label(byKey.get(key)?.label) || key;
  const titleOf = ({ title }: Section, at: number) => title || t('section', { at: at + 1 });
  const free = fields
    .filter(({ key, readable }) => readable !== false && !isPlaced(value, key))
    .map(({ key }) => ({ value: key, label: nameOf(key) }));
  return (
    <div className="gx-sections">
      {value.map((section, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sections have no name but their place
        <section key={at} aria-label={titleOf(section, at)} {...target(endOf(at))}>
          <header>
            <MoveHandle
              id={endOf(at)}
              name={titleOf(section, at)}
              canRise={at > 0}
              canSink={at < value.length - 1}
              onMove={(by) => change(movedBy(value, section, by))}
            />
            <Input
              aria-label={t('section_title', { at: at + 1 })}
              placeholder={t('section', { at: at + 1 })}
              maxLength={200}
              value={section.title}
              onChange={(event) => change(value.with(at, { ...section, title: event.target.value }))}
            />
            <Input
              aria-label={t('section_title_en', { at: at + 1 })}
              placeholder={t('english')}
              maxLength={200}
              value={section.title_en ?? ''}
              onChange={(event) => change(value.with(at, { ...section, title_en: event.target.value || null }))}
            />
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t('remove', { name: titleOf(section, at) })}
              onClick={() => change(value.filter((it) => it !== section))}
            />
          </header>
          <ol>
            {section.fields.map((field, index) => (
              <PlacedField
                key={field.key}
                of={of}
                name={nameOf(field.key)}
                field={field}
                canRise={at > 0 || index > 0}
                canSink={at < value.length - 1 || index < section.fields.length - 1}
                sections={value.flatMap((it, to) => (to === at ? [] : [{ key: endOf(to), label: titleOf(it, to) }]))}
                drag={item(field.key)}
                onMove={(by) => change(stepField(value, field.key, by))}
                onDrop={(to) => change(dropField(value, field.key, to))}
                onChange={(said) => change(changeField(value, field.key, said))}
                onRemove={() => change(removeField(value, field.key))}
              />
            ))}
          </ol>
          <Select
            size="small"
            aria-label={t('add_field_to', { name: titleOf(section, at) })}
            placeholder={t('add_field')}
            value={null}
            options={free}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            onChange={(key: string | null) => key && change(addField(value, at, { key }))}
          />
        </section>
      ))}
      <Button icon={<PlusOutlined />} type="dashed" onClick={() => change([...value, { title: '', fields: [] }])}>
        {t('add_section')}
      </Button>
    </div>
  );
}
