import { useNavigate, useRouter } from '@tanstack/react-router';
import { Alert, Button, Checkbox, Drawer, Form, Skeleton } from 'antd';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { FieldInput } from '@/lib/fields/field-input';
import { useIsWide } from '@/lib/format/use-media';
import { nameOf, type Resource } from '@/lib/resource/define-resource';
import { setFieldProblems } from '@/lib/resource/form-problems';
import { type Field, useLabel, useMeta } from '@/lib/resource/meta';
import { useToast } from '@/lib/resource/use-toast';
import { dropDraft, keepDraft, readDraft } from './draft';
import { useLeaveGuard } from './use-leave-guard';
import './record.css';

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
  const isWide = useIsWide();
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

  const guard = useLeaveGuard(
    () => form.isFieldsTouched(),
    () => dropDraft(draftKey),
  );
  const { submit, isSaving } = useCreate({ resource, initial, form, draftKey, isSame, guard, onClose, onCreated });
  // What new records begin with is no draft.
  const usual = useMemo(() => ({ ...defaultsOf(asked), ...initial }), [asked, initial]);

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

  const close = () => void guard.leave(onClose);

  return (
    <Drawer
      open
      title={t('create_what', { what: label(meta?.label) })}
      size={isWide ? 560 : '100%'}
      onClose={close}
      maskClosable={false}
      footer={
        <div className="gx-form-foot">
          <Checkbox checked={isSame} onChange={(event) => setSame(event.target.checked)}>
            {t('create_another')}
          </Checkbox>
          <span>
            <Button onClick={close}>{t('cancel')}</Button>
            <Button type="primary" loading={isSaving} onClick={() => form.submit()}>
              {t('save')}
            </Button>
          </span>
        </div>
      }
    >
      {!meta && <Skeleton active paragraph={{ rows: 8 }} />}
      {meta && (
        <Form
          form={form}
          // Its fields have ids of their own: `content` is the page's.
          name="create"
          layout="vertical"
          initialValues={{ ...usual, ...start }}
          onValuesChange={(_, values) => setTyped(values)}
          onFinish={submit}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
          }}
        >
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
                className={field.kind === 'long_text' || field.kind === 'json' ? 'gx-form-wide' : undefined}
              >
                <FieldInput field={field} autoFocus={at === 0} />
              </Form.Item>
            ))}
          </div>
        </Form>
      )}
    </Drawer>
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

type Instance = ReturnType<typeof Form.useForm>[0];

interface Creation extends Pick<RecordFormProps, 'resource' | 'initial' | 'onClose' | 'onCreated'> {
  form: Instance;
  draftKey: string;
  /** Another one is typed next. */
  isSame: boolean;
  guard: ReturnType<typeof useLeaveGuard>;
}

function useCreate({ resource, initial, form, draftKey, isSame, guard, onClose, onCreated }: Creation) {
  const [isSaving, setSaving] = useState(false);
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const toast = useToast();
  const { t } = useTranslation();
  const navigate = useNavigate();
  const router = useRouter();

  const submit = async (values: Record<string, unknown>) => {
    setSaving(true);
    try {
      // What is given and not asked belongs to the record all the same.
      const body = Object.fromEntries(
        Object.entries({ ...initial, ...values }).filter(
          ([, value]) => value !== undefined && value !== '' && value !== null,
        ),
      );
      const created = await callPath<Row>('post', resource.list, { body, idempotencyKey });
      dropDraft(draftKey);
      invalidate(resource.list);
      toast.done(t('created', { name: resource.titleOf(created) }));
      setKey(crypto.randomUUID());
      if (isSame) return form.resetFields();
      guard.pass();
      if (onCreated) return onCreated(created);
      const to = `${resource.list}/$id`;
      if (to in router.routesByPath) await navigate({ to, params: { id: created.id } } as never);
      else onClose();
    } catch (error) {
      // A refused body may be corrected and sent again: that is another request.
      setKey(crypto.randomUUID());
      if (!setFieldProblems(form, error)) toast.failed(error);
    } finally {
      setSaving(false);
    }
  };
  return { submit, isSaving };
}
