import { DeleteOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Form, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { useSession } from '@/lib/api/session';
import { listOf } from '@/lib/fields/tags';
import { useIsWide } from '@/lib/format/use-media';
import { Failure } from '@/lib/list/list-states';
import { setFieldProblems } from '@/lib/resource/form-problems';
import { type FieldOption, useLabel, useMeta } from '@/lib/resource/meta';
import { Can, useCan } from '@/lib/resource/permissions';
import { pageQuery } from '@/lib/resource/use-rows';
import { useSave } from '@/lib/resource/use-save';
import { useToast } from '@/lib/resource/use-toast';
import { useAudienceWords } from '@/lib/rules/audience-words';
import { AudienceFields } from '@/lib/rules/rule-parts';
import { useNames } from '@/lib/rules/use-names';
import { KINDS } from './knowledge-kinds';
import { subscription } from './subscription.resource';
import '../customers.css';
import '@/lib/record/record.css';

const NONE: FieldOption[] = [];

/** Of what is published, what one wants to hear; who may, subscribes others too. */
export function SubscriptionsDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('customer_knowledge');
  const isWide = useIsWide();
  const found = useQuery(pageQuery(subscription.list, {}, 0));
  const rows = found.data?.items ?? [];
  return (
    <Drawer open title={t('subscriptions')} size={isWide ? 560 : '100%'} onClose={onClose}>
      <p className="gx-faint">{t('subscriptions_text')}</p>
      {found.isPending && <Skeleton active paragraph={{ rows: 2 }} />}
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data && rows.length === 0 && <p className="gx-subscriptions-none">{t('subscriptions_none')}</p>}
      <Subscriptions rows={rows} />
      <Can do="knowledge_subscription:create">
        <NewSubscription />
      </Can>
    </Drawer>
  );
}

function useOptions() {
  const label = useLabel();
  const { byKey } = useMeta('customers');
  const optionsOf = (key: string) =>
    (byKey.get(key)?.options ?? NONE).map(({ value, label: words }) => ({ value, label: label(words) || value }));
  return { levels: optionsOf('level'), industries: optionsOf('industry') };
}

function Subscriptions({ rows }: { rows: Row[] }) {
  const { t } = useTranslation('customer_knowledge');
  const session = useSession();
  const toast = useToast();
  const { remove } = useSave(subscription);
  const { levels, industries } = useOptions();
  const audience = useAudienceWords();
  const nameOf = useNames(rows);
  const wordsOf = (row: Row) => {
    const named = (value: unknown, options: { value: string; label: string }[]) =>
      listOf(value)
        .map((it) => options.find((option) => option.value === it)?.label ?? it)
        .join(t('common:separator'));
    const kinds = KINDS.map((value) => ({ value, label: t(`kind.${value}`) }));
    const parts = [named(row.kinds, kinds), named(row.levels, levels), named(row.industries, industries)];
    return parts.filter(Boolean).join(' · ') || t('everything');
  };
  const isMine = (row: Row) => {
    const people = ['user_ids', 'role_ids', 'department_ids'].flatMap((key) => listOf(row[key]));
    return people.length === 1 && people[0] === session?.user.id;
  };
  return (
    <ul className="gx-lines">
      {rows.map((row) => (
        <li key={row.id}>
          <span>
            {wordsOf(row)}
            {!isMine(row) && <p className="gx-faint">{audience(row, nameOf)}</p>}
          </span>
          {row.allowed_actions.includes('delete') && (
            <span>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('unsubscribe', { what: wordsOf(row) })}
                onClick={() => void remove(row).catch(toast.failed)}
              />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function NewSubscription() {
  const { t } = useTranslation('customer_knowledge');
  const can = useCan();
  const [form] = Form.useForm();
  const toast = useToast();
  const [isSaving, setSaving] = useState(false);
  const { levels, industries } = useOptions();
  const submit = async (body: Record<string, unknown>) => {
    setSaving(true);
    try {
      await callPath('post', subscription.list, { body });
      invalidate(subscription.list);
      form.resetFields();
      toast.done(t('subscribed'));
    } catch (error) {
      if (!setFieldProblems(form, error)) toast.failed(error);
    } finally {
      setSaving(false);
    }
  };
  return (
    <Form
      form={form}
      name="subscription"
      layout="vertical"
      className="gx-along"
      initialValues={{ kinds: [], levels: [], industries: [], user_ids: [], role_ids: [], department_ids: [] }}
      onFinish={(typed: Record<string, unknown>) => void submit(typed)}
    >
      <Form.Item name="kinds" label={t('kind_label')}>
        <Select
          mode="multiple"
          placeholder={t('any')}
          options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
      </Form.Item>
      <div className="gx-form-grid">
        <Form.Item name="levels" label={t('levels')}>
          <Select mode="multiple" placeholder={t('any')} options={levels} />
        </Form.Item>
        <Form.Item name="industries" label={t('industries')}>
          <Select
            mode="multiple"
            placeholder={t('any')}
            options={industries}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Form.Item>
      </div>
      {can('role:update') && <AudienceFields nobody={t('common:me')} />}
      <Button type="primary" htmlType="submit" loading={isSaving}>
        {t('subscribe')}
      </Button>
    </Form>
  );
}
