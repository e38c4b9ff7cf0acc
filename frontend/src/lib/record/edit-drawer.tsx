import { Form, type FormInstance } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOnce } from '@/lib/api/once';
import { isProblem, Problem } from '@/lib/api/problem';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import type { Resource } from '@/lib/resource/define-resource';
import { useSave } from '@/lib/resource/use-save';
import { useToast } from '@/lib/resource/use-toast';
import { FormDrawer } from './form-drawer';

interface EditDrawerProps<T extends object> {
  resource: Resource;
  /** What is changed; a new one without it. */
  of: Row | undefined;
  title: string;
  width?: number;
  /** For those who watch what is typed. */
  form?: FormInstance<T>;
  initial?: object;
  /** What is sent, where it is not what was typed. */
  bodyOf?: (typed: T) => Record<string, unknown>;
  /** Instead of making the record or changing its fields: what says something else of it. */
  send?: (body: Record<string, unknown>) => Promise<unknown>;
  /** The field that no two records have the same of. */
  unique?: keyof T & string;
  /** What else shows the record: `/calendar`. */
  also?: string[];
  /** What is said of a new record. */
  wordsFor?: (typed: T) => string;
  onClose: () => void;
  /** Instead of closing. */
  onCreated?: (made: Row) => void;
  children: ReactNode;
}

/** The drawer whose form makes a record or changes one. */
export function EditDrawer<T extends object>(props: EditDrawerProps<T>) {
  const { resource, of: edited, bodyOf, send, unique, also = [], wordsFor, onClose, onCreated, ...drawer } = props;
  const { t } = useTranslation();
  const [form] = Form.useForm<T>(props.form);
  const toast = useToast();
  const { save } = useSave(resource);
  const once = useOnce();
  const write = async (body: Record<string, unknown>) => {
    if (send) await send(body);
    else if (edited) await save(edited, body);
    else return once<Row>(resource.list, body);
  };
  const onSave = async (typed: T) => {
    const body = bodyOf ? bodyOf(typed) : { ...(typed as Record<string, unknown>) };
    const made = await write(body).catch((error: unknown) => {
      throw unique ? blaming(unique, error) : error;
    });
    if (made) toast.done(wordsFor?.(typed) ?? t('created', { name: resource.titleOf(made) }));
    else if (send) toast.done(t('saved'));
    invalidate(resource.list, ...also);
    return made;
  };
  return (
    <FormDrawer
      {...drawer}
      form={form}
      name={resource.key}
      onSave={onSave}
      onSaved={(made) => (made && onCreated ? onCreated(made) : onClose())}
      onClose={onClose}
    />
  );
}

/** That there is one already is the fault of the one field that says which. */
function blaming(field: string, error: unknown): unknown {
  if (!isProblem(error, 409) || error.code !== 'DUPLICATE') return error;
  const { status, code, message } = error;
  return new Problem(status, { code, detail: message, errors: [{ pointer: `/${field}`, code, message }] });
}
