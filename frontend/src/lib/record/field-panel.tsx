import { EditOutlined } from '@ant-design/icons';
import { type MouseEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/lib/api/schema-types';
import { prepareEditors } from '@/lib/fields/later';
import { kindOf } from '@/lib/fields/registry';
import { InlineEditor } from '@/lib/list/inline-editor';
import type { Field } from '@/lib/resource/meta';
import { useFieldName } from '@/lib/resource/use-field-name';
import type { RecordState } from '@/lib/resource/use-record';

interface FieldPanelProps {
  record: RecordState;
  /** Keys in order; without them every field that says something or may be filled in. */
  fields?: string[];
  title?: string;
}

/** The fields of a record, each edited where it is read. */
export function FieldPanel({ record, fields, title }: FieldPanelProps) {
  const { t } = useTranslation();
  const { data } = record;
  if (!data) return null;
  const shown = fields
    ? fields.flatMap((key) => record.fieldOf.get(key) ?? [])
    : record.fields.filter((field) => field.writable || !isEmptyValue(data[field.key]));
  return <Panel record={record} fields={shown} title={title ?? t('fields')} />;
}

interface PanelProps {
  record: RecordState;
  fields: Field[];
  title: string;
}

/** Fields under a heading; nothing where the record has none of them. */
export function Panel({ record, fields, title }: PanelProps) {
  const [editing, setEditing] = useState<string | null>(null);
  const { data } = record;
  const shown = fields.filter((field) => field.readable !== false && data && field.key in data);
  if (!data || shown.length === 0) return null;
  return (
    <section className="gx-panel" aria-label={title} onPointerEnter={prepareEditors} onFocus={prepareEditors}>
      <h2>{title}</h2>
      <dl>
        {shown.map((field) => (
          <PanelField
            key={field.key}
            field={field}
            row={data}
            record={record}
            isEditing={editing === field.key}
            onEdit={() => setEditing(field.key)}
            onClose={() => setEditing(null)}
          />
        ))}
      </dl>
    </section>
  );
}

function isEmptyValue(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

interface PanelFieldProps {
  field: Field;
  row: Row;
  record: RecordState;
  isEditing: boolean;
  onEdit: () => void;
  onClose: () => void;
}

function PanelField({ field, row, record, isEditing, onEdit, onClose }: PanelFieldProps) {
  const { t } = useTranslation();
  const name = useFieldName(record.resource)(field);
  const value = row[field.key];
  const { Panel } = kindOf(field);
  const Cell = record.resource.cells?.[field.key] ?? kindOf(field).Cell;
  const isEmpty = isEmptyValue(value);
  const canEdit = field.writable === true && (!row.allowed_actions || record.allowed.has('update'));
  const content = isEmpty ? (
    <span className="gx-faint">{t('empty_value')}</span>
  ) : (
    <Cell value={value} field={field} row={row} />
  );
  // The whole value is a mouse's way in; the button is everybody else's, so that links in values stay links.
  const onClick = (event: MouseEvent) => {
    if (event.target instanceof Element && !event.target.closest('a, button')) onEdit();
  };
  if (Panel && (canEdit || !isEmpty)) {
    const save = canEdit ? (next: unknown) => record.save({ [field.key]: next }) : undefined;
    return (
      <div className="gx-panel-field">
        <dt title={field.rules?.help ?? undefined}>{name}</dt>
        <dd>
          <Panel value={value} field={field} row={row} save={save} />
        </dd>
      </div>
    );
  }
  return (
    <div className="gx-panel-field">
      <dt title={field.rules?.help ?? undefined}>{name}</dt>
      <dd data-kind={field.kind}>
        {isEditing && <InlineEditor field={field} row={row} save={record.save} onClose={onClose} />}
        {!isEditing && !canEdit && <span className="gx-panel-value">{content}</span>}
        {!isEditing && canEdit && (
          <span className="gx-panel-value gx-panel-edit" onClick={onClick}>
            {content}
            <button type="button" className="gx-panel-pencil" aria-label={t('edit_field', { name })} onClick={onEdit}>
              <EditOutlined />
            </button>
          </span>
        )}
      </dd>
    </div>
  );
}
