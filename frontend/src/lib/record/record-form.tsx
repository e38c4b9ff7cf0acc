import { useNavigate, useRouter } from '@tanstack/react-router';
import { Alert, Button, Checkbox, Form, Skeleton } from 'antd';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOnce } from '@/lib/api/once';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { nameOf, type Resource } from '@/lib/resource/define-resource';
import { keysOf, type Part } from '@/lib/resource/layout';
import { type Field, useLabel, useMeta } from '@/lib/resource/meta';
import { useParts } from '@/lib/resource/use-parts';
import { useToast } from '@/lib/resource/use-toast';
import { dropDraft, keepDraft, readDraft } from './draft';
import { FormDrawer } from './form-drawer';
import { FormField } from './form-field';

interface RecordFormProps {
  resource: Resource;
  /** Keys in the order asked; every writable field otherwise, required ones first. */
  fields?: string[];
  /** Asked whatever a layout says: what the server may ask for besides. */
  always?: string[];
  initial?: Record<string, unknown>;
  hint?: (typed: Record<string, unknown>) => ReactNode;
  onClose: () => void;
  /** Instead of opening the new record. */
  onCreated?: (row: Row) => void;
}

/** The drawer that creates a record. What was typed survives a reload and an expired session. */
export function RecordForm({ resource, fields, always, initial, hint, onClose, onCreated }: RecordFormProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const [form] = Form.useForm();
  const { meta, fields: all } = useMeta(nameOf(resource));
  const draftKey = `create${resource.list}`;
  const [draft, setDraft] = useState(() => readDraft(draftKey));
  const [start] = useState(() => ({ ...initial, ...draft }));
  const [typed, setTyped] = useState<Record<string, unknown>>(start);
  const [isSame, setSame] = useState(false);
  // What new records begin with is no draft.
  const usual = useMemo(() => ({ ...defaultsOf(all.filter(canGive)), ...initial }), [all, initial]);
  const known = useMemo(() => ({ ...usual, ...typed }), [usual, typed]);
  const parts = useAsked({ resource, fields, always, initial }, known);
  const [first] = parts.flatMap((part) => part.fields);
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
      {parts.map(({ label: title, fields: shown }) => (
        <fieldset key={label(title)} className="gx-form-part">
          {title && <legend>{label(title)}</legend>}
          <div className="gx-form-grid">
            {shown.map((field) => (
              <FormField
                key={field.key}
                field={field}
                initialValue={start[field.key] ?? usual[field.key]}
                autoFocus={field === first}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </FormDrawer>
  );
}

interface Asked extends Omit<Part, 'label'> {
  label?: Part['label'];
}

/** What is asked: what the layout shows, else what the page names and what was added; always what no record is without. */
function useAsked(
  { resource, fields: keys, always, initial }: Pick<RecordFormProps, 'resource' | 'fields' | 'always' | 'initial'>,
  typed: Record<string, unknown>,
): Asked[] {
  const { t } = useTranslation();
  const { fields, byKey } = useMeta(nameOf(resource));
  const laidOut = useParts(nameOf(resource), typed);
  return useMemo(() => {
    const parts: Asked[] = laidOut ?? [{ fields: keys ? keys.flatMap((key) => byKey.get(key) ?? []) : [] }];
    const named = keysOf(parts);
    const isBeside = ({ key, required }: Field) => (required && !(initial && key in initial)) || always?.includes(key);
    const isLeft = (field: Field) => !named.has(field.key) && (laidOut ? isBeside(field) : !keys || field.custom);
    const left = fields.filter((field) => isLeft(field) && canGive(field));
    if (!laidOut && !keys) left.sort((a, b) => Number(b.required ?? false) - Number(a.required ?? false));
    const rest = { zh: t('added_fields'), en: t('added_fields') };
    return [...parts, { label: keys && !laidOut ? rest : undefined, fields: left }]
      .map((part) => ({ ...part, fields: part.fields.filter(canGive) }))
      .filter((part) => part.fields.length > 0);
  }, [laidOut, keys, always, initial, fields, byKey, t]);
}

/** The values that a new record begins with. */
function defaultsOf(fields: Field[]): Record<string, unknown> {
  const chosen = fields.flatMap((field): [string, unknown][] => {
    const given = field.rules?.default_value;
    if (given !== undefined && given !== null) return [[field.key, given]];
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
