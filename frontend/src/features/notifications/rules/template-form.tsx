import { SendOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, type InputRef, Segmented, Select, Skeleton } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { Failure } from '@/lib/list/list-states';
import { setFieldProblems } from '@/lib/resource/form-problems';
import { useCan } from '@/lib/resource/permissions';
import { pageQuery } from '@/lib/resource/use-rows';
import { useSave } from '@/lib/resource/use-save';
import { useToast } from '@/lib/resource/use-toast';
import { useChannelWords } from '../channel-words';
import type { EventInfo } from '../events';
import { CHANNELS, LOCALES } from './rule';
import { notificationTemplate } from './rules.resource';
import { TemplatePreview } from './template-preview';

type Locale = (typeof LOCALES)[number];

interface TemplateFormProps {
  it: EventInfo;
  onDirty: (isDirty: boolean) => void;
}

/** The words of one event, by channel and language. */
export function TemplateForm({ it, onDirty }: TemplateFormProps) {
  const { t } = useTranslation('notification_rule');
  const channelWords = useChannelWords();
  const [channel, setChannel] = useState('in_app');
  const [locale, setLocale] = useState<Locale>('zh-CN');
  const filter = { field: 'event', op: 'eq', value: it.event };
  const found = useQuery(pageQuery(notificationTemplate.list, { filter }, 0));
  const own = found.data?.items.find((row) => row.channel === channel && row.locale === locale);
  if (found.isPending) return <Skeleton active paragraph={{ rows: 6 }} />;
  if (found.error) return <Failure error={found.error} retry={() => void found.refetch()} />;
  return (
    <>
      <div className="gx-notice-which">
        <Select
          aria-label={t('channel')}
          value={channel}
          options={['in_app', ...CHANNELS].map((value) => ({ value, label: channelWords(value) }))}
          onChange={setChannel}
        />
        <Segmented
          value={locale}
          aria-label={t('locale_label')}
          options={LOCALES.map((value) => ({ value, label: t(`locale.${value}`) }))}
          onChange={setLocale}
        />
      </div>
      <Words
        key={`${channel} ${locale} ${own?.version ?? ''}`}
        it={it}
        channel={channel}
        locale={locale}
        own={own}
        onDirty={onDirty}
      />
    </>
  );
}

interface WordsProps extends TemplateFormProps {
  channel: string;
  locale: Locale;
  own: Row | undefined;
}

interface Typed {
  subject: string;
  body: string;
}

function Words({ it, channel, locale, own, onDirty }: WordsProps) {
  const { t } = useTranslation('notification_rule');
  const can = useCan();
  const toast = useToast();
  const [form] = Form.useForm<Typed>();
  const { save } = useSave(notificationTemplate);
  const [isSaving, setSaving] = useState(false);
  const subject = useRef<InputRef>(null);
  const last = useRef<keyof Typed>('body');
  const language = locale === 'en' ? 'en' : 'zh';
  const usual = { subject: it.subject[language], body: it.body[language] };
  const initial = own ? { subject: String(own.subject), body: String(own.body) } : usual;
  const typed = (Form.useWatch([], form) as Typed | undefined) ?? initial;
  const mayChange = own ? own.allowed_actions.includes('update') : can('notification_template:create');
  const run = async (what: () => Promise<unknown>, words?: string) => {
    setSaving(true);
    try {
      await what();
      if (words) toast.done(words);
      invalidate(notificationTemplate.list);
      onDirty(false);
    } catch (error) {
      if (!setFieldProblems(form, error)) toast.failed(error);
    } finally {
      setSaving(false);
    }
  };
  const submit = (body: Typed) =>
    own
      ? run(() => save(own, { ...body }))
      : run(
          () => callPath('post', notificationTemplate.list, { body: { event: it.event, channel, locale, ...body } }),
          t('common:saved'),
        );
  const path = { id: own?.id ?? '' };
  const insert = (variable: string) => {
    const field = last.current;
    form.setFieldValue(field, `${form.getFieldValue(field) ?? ''}{{${variable}}}`);
    onDirty(true);
  };
  return (
    <Form
      form={form}
      name="notice-words"
      layout="vertical"
      disabled={!mayChange}
      initialValues={initial}
      onValuesChange={() => onDirty(true)}
      onFinish={(body) => void submit(body)}
    >
      <Form.Item name="subject" label={t('subject')} rules={[{ required: true, message: t('required') }]}>
        <Input ref={subject} maxLength={200} onFocus={() => (last.current = 'subject')} />
      </Form.Item>
      <Form.Item name="body" label={t('body')} rules={[{ required: true, message: t('required') }]}>
        <Input.TextArea
          autoSize={{ minRows: 3, maxRows: 12 }}
          maxLength={5000}
          onFocus={() => (last.current = 'body')}
        />
      </Form.Item>
      <Select
        className="gx-notice-variables"
        aria-label={t('insert')}
        placeholder={t('insert')}
        value={null}
        showSearch
        options={it.variables.map((value) => ({ value, label: `{{${value}}}` }))}
        onChange={(variable: string | null) => variable && insert(variable)}
      />
      <TemplatePreview it={it} channel={channel} subject={typed.subject ?? ''} body={typed.body ?? ''} />
      {mayChange && (
        <div className="gx-form-foot">
          {own && (
            <Button
              className="gx-notice-reset"
              onClick={() =>
                void run(
                  () => callPath('delete', notificationTemplate.item, { path, ifMatch: own.version }),
                  t('words_reset'),
                )
              }
            >
              {t('reset_words')}
            </Button>
          )}
          {own && (
            <Button
              icon={<SendOutlined />}
              onClick={() =>
                void run(() => callPath('post', `${notificationTemplate.item}/test`, { path }), t('test_sent'))
              }
            >
              {t('test')}
            </Button>
          )}
          <Button type="primary" htmlType="submit" loading={isSaving}>
            {t('common:save')}
          </Button>
        </div>
      )}
    </Form>
  );
}
