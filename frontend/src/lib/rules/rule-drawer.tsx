import { Button, Drawer, Form } from 'antd';
import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { useIsWide } from '@/lib/format/use-media';
import { useLeaveGuard } from '@/lib/record/use-leave-guard';
import type { Resource } from '@/lib/resource/define-resource';
import { setFieldProblems } from '@/lib/resource/form-problems';
import { useSave } from '@/lib/resource/use-save';
import { useToast } from '@/lib/resource/use-toast';
import type { Sentences } from './rule-page';
import { useNames } from './use-names';
import '@/lib/record/record.css';

export interface RuleFormProps {
  kind: string;
  resource: Resource;
  rule: Row | undefined;
  initial: Record<string, unknown>;
  Fields: ComponentType;
  sentences: Sentences;
  onClose: () => void;
}

/** The form of a rule; what it will mean is said above it while one types. */
export function RuleDrawer({ kind, resource, rule, initial, Fields, sentences, onClose }: RuleFormProps) {
  const { t } = useTranslation('rule');
  const [form] = Form.useForm();
  const isWide = useIsWide();
  const toast = useToast();
  const { save } = useSave(resource);
  const [isSaving, setSaving] = useState(false);
  const typed = (Form.useWatch([], form) as Record<string, unknown> | undefined) ?? {};
  const meant = { ...initial, ...rule, ...typed };
  const nameOf = useNames([meant]);

  const guard = useLeaveGuard(() => form.isFieldsTouched());
  const submit = async (values: Record<string, unknown>) => {
    setSaving(true);
    try {
      const body = Object.fromEntries(
        Object.entries(values).map(([key, value]) => [key, value === '' ? null : (value ?? null)]),
      );
      if (rule) await save(rule, body);
      else await callPath('post', resource.list, { body });
      invalidate(resource.list, '/me/quotas');
      if (!rule) toast.done(t('saved_what', { name: String(values.name ?? '') }));
      guard.pass();
      onClose();
    } catch (error) {
      if (!setFieldProblems(form, error)) toast.failed(error);
    } finally {
      setSaving(false);
    }
  };
  const close = () => void guard.leave(onClose);
  return (
    <Drawer
      open
      title={rule ? t('edit_what', { name: resource.titleOf(rule) }) : t(`${kind}.create`)}
      size={isWide ? 620 : '100%'}
      onClose={close}
      maskClosable={false}
      footer={
        <div className="gx-form-foot">
          <Button onClick={close}>{t('common:cancel')}</Button>
          <Button type="primary" loading={isSaving} onClick={() => form.submit()}>
            {t('common:save')}
          </Button>
        </div>
      }
    >
      <section className="gx-rule-words" aria-live="polite" aria-label={t('means')}>
        <h3>{t('means')}</h3>
        <ul>
          {sentences(meant, nameOf).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ ...initial, ...rule }}
        onFinish={submit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
        }}
      >
        <Fields />
      </Form>
    </Drawer>
  );
}
