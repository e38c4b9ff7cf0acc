import { Button, Drawer, Form, type FormInstance } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { useIsWide } from '@/lib/format/use-media';
import type { Resource } from '@/lib/resource/define-resource';
import { setFieldProblems } from '@/lib/resource/form-problems';
import { useSave } from '@/lib/resource/use-save';
import { useToast } from '@/lib/resource/use-toast';
import { useLeaveGuard } from './use-leave-guard';
import './record.css';

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
  onClose: () => void;
  /** Instead of closing. */
  onCreated?: (made: Row) => void;
  children: ReactNode;
}

/** The drawer whose form makes a record or changes one; it asks before typed words are thrown away. */
export function EditDrawer<T extends object>(props: EditDrawerProps<T>) {
  const {
    resource,
    of: edited,
    title,
    width = 560,
    initial,
    bodyOf,
    send,
    onClose,
    onCreated = onClose,
    children,
  } = props;
  const { t } = useTranslation();
  const [form] = Form.useForm<T>(props.form);
  const isWide = useIsWide();
  const toast = useToast();
  const { save } = useSave(resource);
  const [isSaving, setSaving] = useState(false);
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const guard = useLeaveGuard(() => form.isFieldsTouched());
  const close = () => void guard.leave(onClose);
  const submit = async (typed: T) => {
    setSaving(true);
    try {
      const body = bodyOf ? bodyOf(typed) : { ...(typed as Record<string, unknown>) };
      const isNew = !edited && !send;
      const made = isNew ? await callPath<Row>('post', resource.list, { body, idempotencyKey }) : undefined;
      if (send) await send(body).then(() => toast.done(t('saved')));
      else if (edited) await save(edited, body);
      else if (made) toast.done(t('created', { name: resource.titleOf(made) }));
      invalidate(resource.list);
      guard.pass();
      if (made) onCreated(made);
      else onClose();
    } catch (error) {
      // A refused body may be corrected and sent again: that is another request.
      setKey(crypto.randomUUID());
      if (!setFieldProblems(form, error)) toast.failed(error);
    } finally {
      setSaving(false);
    }
  };
  return (
    <Drawer
      open
      title={title}
      size={isWide ? width : '100%'}
      onClose={close}
      maskClosable={false}
      footer={
        <div className="gx-form-foot">
          <Button onClick={close}>{t('cancel')}</Button>
          <Button type="primary" loading={isSaving} onClick={() => form.submit()}>
            {t('save')}
          </Button>
        </div>
      }
    >
      <Form
        form={form}
        // Its fields have ids of their own: `content` is the page's.
        name={resource.key}
        layout="vertical"
        initialValues={initial}
        onFinish={(typed) => void submit(typed)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
        }}
      >
        {children}
      </Form>
    </Drawer>
  );
}
