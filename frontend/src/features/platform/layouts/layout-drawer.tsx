import { Form, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { RecordSelect } from '@/lib/fields/record-select';
import { useIsWide } from '@/lib/format/use-media';
import { ConditionInput } from '@/lib/list/condition-input';
import { EditDrawer } from '@/lib/record/edit-drawer';
import type { Filter } from '@/lib/resource/filter';
import type { Section } from '@/lib/resource/layout';
import { NameField, SwitchField } from '@/lib/rules/rule-parts';
import { ColumnsInput } from './columns-input';
import { layout } from './layout.resource';
import { LayoutPreview } from './layout-preview';
import { SectionsInput } from './sections-input';
import { useUsualSections } from './use-usual-sections';

interface Typed {
  name: string;
  role_ids: string[];
  condition: Filter | null;
  sections: Section[];
  list_columns: string[];
  is_active: boolean;
}

interface LayoutDrawerProps {
  /** The records it is about. */
  resource: string;
  of: Row | undefined;
  /** Where a new one stands. */
  position: number;
  onClose: () => void;
}

/** How records are seen and filled in, with the form beside it. */
export function LayoutDrawer({ resource, of, position, onClose }: LayoutDrawerProps) {
  const { t } = useTranslation('layout');
  const [form] = Form.useForm<Typed>();
  const isWide = useIsWide();
  const [side, setSide] = useState<'edit' | 'preview'>('edit');
  const usual = useUsualSections(resource);
  const [initial] = useState(() => of ?? { sections: usual, is_active: true, list_columns: [], role_ids: [] });
  const typed = Form.useWatch('sections', form) as Section[] | undefined;
  const sections = typed ?? (initial.sections as Section[]);
  return (
    <EditDrawer<Typed>
      resource={layout}
      of={of}
      form={form}
      width={1180}
      title={
        of ? t('edit_what', { name: layout.titleOf(of) }) : t('create_for', { what: t(`custom_field:of.${resource}`) })
      }
      initial={initial}
      bodyOf={(said) => ({ ...said, condition: said.condition ?? null, ...(of ? {} : { resource, position }) })}
      wordsFor={({ name }) => t('created', { name })}
      onClose={() => {
        invalidate('/meta/{resource}');
        onClose();
      }}
    >
      {!isWide && (
        <Segmented
          block
          className="gx-layout-side"
          value={side}
          options={[
            { value: 'edit', label: t('edit') },
            { value: 'preview', label: t('preview') },
          ]}
          onChange={setSide}
        />
      )}
      <div className="gx-layout">
        <div hidden={!isWide && side === 'preview'}>
          <NameField />
          <Form.Item name="role_ids" label={t('roles')}>
            <RecordSelect path="/roles" isMany placeholder={t('everybody')} />
          </Form.Item>
          <Form.Item name="condition" label={t('condition')} extra={t('condition_text')}>
            <ConditionInput of={resource} />
          </Form.Item>
          <Form.Item name="sections" label={t('sections')}>
            <SectionsInput of={resource} />
          </Form.Item>
          <Form.Item name="list_columns" label={t('columns')} extra={t('columns_text')}>
            <ColumnsInput of={resource} />
          </Form.Item>
          <SwitchField name="is_active" label={t('active')} />
        </div>
        {(isWide || side === 'preview') && <LayoutPreview of={resource} sections={sections} />}
      </div>
    </EditDrawer>
  );
}
