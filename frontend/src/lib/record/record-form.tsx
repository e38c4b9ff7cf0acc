import { useNavigate, useRouter } from '@tanstack/react-router';
import { Alert, Button, Checkbox, Form, Skeleton } from 'antd';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOnce } from '@/lib/api/once';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { FieldInput } from '@/lib/fields/field-input';
import { nameOf, type Resource } from '@/lib/resource/define-resource';
import { type Field, useLabel, useMeta } from '@/lib/resource/meta';
import { useToast } from '@/lib/resource/use-toast';
import { dropDraft, keepDraft, readDraft } from './draft';
import { FormDrawer } from './form-drawer';

interface RecordFormProps {
  resource: Resource;
  /** Keys in the order asked; every writable field otherwise, required ones first. */
  fields?: string[];
  initial?: Record<string, unknown>;
  hint?: (typed: Record<string, unknown>) => ReactNode;
  onClose: () => void;
  /** Instead of opening the new record. */
  onCreated?: (row: Row) => void;
}

/** The drawer that creates a record. What was typed survives a reload and an expired session. */
export function RecordForm({ resource, fields, initial, hint, onClose, onCreated }: RecordFormProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const [form] = Form.useForm();
  const { meta, byKey, fields: all } = useMeta(nameOf(resource));
  const draftKey = `create${resource.list}`;
  const [draft, setDraft] = useState(() => readDraft(draftKey));
  const [start] = useState(() => ({ ...initial, ...draft }));
  const [typed, setTyped] = useState<Record<string, unknown>>(start);
  const [isSame, setSame] = useState(false);
  const asked = useMemo(
    () =>
      fields
        ? fields.flatMap((key) => byKey.get(key) ?? []).filter(canGive)
        : all.filter(canGive).sort((a, b) => Number(b.required ?? false) - Number(a.required ?? false)),
    [fields, byKey, all],
  );

  // What new records begin with is no draft.
  const usual = useMemo(() => ({ ...defaultsOf(asked), ...initial }), [asked, initial]);
  const create = useCreate({ resource, initial, draftKey });
  const open = useOpen(resource, onClose);

  useEffect(() => {
    const timer = setTimeout(() => keepDraft(draftKey, typed, usual), 300);
    return () => clearTimeout(timer);
  }, [draftKey, typed, usual]);

  const startOver = () => {
    dropDraft(draftKey);
    setDraft({});
    form.setFieldsValue(Object.fromEntries(Object.keys(draft).map((key) => [key, usual[key]])));
    setTyped({ ...initial });
  };
  const again = () => {
    form.resetFields();
    startOver();
  };

  return (
    <FormDrawer
      title={t('create_what', { what: label(meta?.label) })}
      form={form}
      name="create"
      onType={setTyped}
      onSave={create}
      again={isSame ? again : undefined}
      onSaved={onCreated ?? open}
      onDiscard={() => dropDraft(draftKey)}
      onClose={onClose}
      foot={
        <Checkbox checked={isSame} onChange={(event) => setSame(event.target.checked)}>
          {t('create_another')}
        </Checkbox>
      }
    >
      {!meta && <Skeleton active paragraph={{ rows: 8 }} />}
      {Object.keys(draft).length > 0 && (
        <Alert
          type="info"
          showIcon
          className="gx-draft"
          title={t('draft.restored')}
          action={
            <Button size="small" onClick={startOver}>
              {t('draft.discard')}
            </Button>
          }
        />
      )}
      {hint?.(typed)}
      <div className="gx-form-grid">
        {asked.map((field, at) => (
          <Form.Item
            key={field.key}
            name={field.key}
            label={label(field.label) || field.key}
            required={field.required}
            initialValue={start[field.key] ?? usual[field.key]}
            className={field.kind === 'long_text' || field.kind === 'json' ? 'gx-form-wide' : undefined}
          >
            <FieldInput field={field} autoFocus={at === 0} />
          </Form.Item>
        ))}
      </div>
    </FormDrawer>
  );
}

/** The words that a new record begins with, where a list of words has one. */
function defaultsOf(fields: Field[]): Record<string, unknown> {
  const chosen = fields.flatMap((field) => {
    const usual = field.options?.find((it) => it.default);
    return usual ? [[field.key, field.kind === 'tags' ? [usual.value] : usual.value]] : [];
  });
  return Object.fromEntries(chosen) as Record<string, unknown>;
}

function canGive(field: Field): boolean {
  return field.writable === true || field.only_at_creation === true;
}

interface Creation extends Pick<RecordFormProps, 'resource' | 'initial'> {
  draftKey: string;
}

function useCreate({ resource, initial, draftKey }: Creation) {
  const toast = useToast();
  const { t } = useTranslation();
  const once = useOnce();
  return async (values: Record<string, unknown>) => {
    // What is given and not asked belongs to the record all the same.
    const body = Object.fromEntries(
      Object.entries({ ...initial, ...values }).filter(
        ([, value]) => value !== undefined && value !== '' && value !== null,
      ),
    );
    const created = await once<Row>(resource.list, body);
    dropDraft(draftKey);
    invalidate(resource.list);
    toast.done(t('created', { name: resource.titleOf(created) }));
    return created;
  };
}

/** Opens a new record, where it has a page. */
function useOpen(resource: Resource, onClose: () => void) {
  const navigate = useNavigate();
  const router = useRouter();
  const to = `${resource.list}/$id`;
  return ({ id }: Row) => {
    if (to in router.routesByPath) void navigate({ to, params: { id } } as never);
    else onClose();
  };
}
