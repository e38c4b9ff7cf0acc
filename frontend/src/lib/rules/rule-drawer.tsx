import { Form } from 'antd';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { EditDrawer } from '@/lib/record/edit-drawer';
import type { Resource } from '@/lib/resource/define-resource';
import type { Sentences } from './rule-page';
import { useNames } from './use-names';

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
  const typed = (Form.useWatch([], form) as Record<string, unknown> | undefined) ?? {};
  const meant = { ...initial, ...rule, ...typed };
  const nameOf = useNames([meant]);

  const close = () => {
    invalidate('/me/quotas');
    onClose();
  };
  return (
    <EditDrawer
      resource={resource}
      of={rule}
      title={rule ? t('edit_what', { name: resource.titleOf(rule) }) : t(`${kind}.create`)}
      width={620}
      form={form}
      initial={{ ...initial, ...rule }}
      bodyOf={bodyOf}
      onClose={close}
    >
      <section className="gx-rule-words" aria-live="polite" aria-label={t('means')}>
        <h3>{t('means')}</h3>
        <ul>
          {sentences(meant, nameOf).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <Fields />
    </EditDrawer>
  );
}

/** What was emptied is sent as nothing. */
function bodyOf(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value === '' ? null : (value ?? null)]));
}
