import { Button, DatePicker, Form, Input, Radio, Segmented } from 'antd';
import type { Dayjs } from 'dayjs';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOnce } from '@/lib/api/once';
import { invalidate } from '@/lib/api/query';
import type { SentFile } from '@/lib/files/files';
import { FilesField } from '@/lib/files/files-field';
import { today } from '@/lib/format/date';
import { setFieldProblems } from '@/lib/resource/form-problems';
import { useToast } from '@/lib/resource/use-toast';
import { dropDraft, keepDraft, readDraft } from './draft';
import type { FollowUp } from './follow-up-request';
import { dayOf, momentOf, type NextContact, nextContacts } from './next-contact';

const KINDS = ['call', 'wechat', 'visit', 'email', 'meeting', 'other'] as const;
const OUTCOMES = ['reached', 'interested', 'agreed_next', 'no_answer', 'refused', 'other'] as const;

export interface FollowUpFormProps extends FollowUp {
  /** What is likely; where it is given, "save" alone is a report. */
  outcome?: (typeof OUTCOMES)[number];
  onLogged?: () => void;
}

interface Typed {
  kind: (typeof KINDS)[number];
  outcome?: (typeof OUTCOMES)[number];
  content?: string;
  next?: NextContact;
  next_contact_at?: Dayjs;
  files?: SentFile[];
}

/** What was said and when to speak again: an outcome and "save" are enough, the rest may be typed. */
export function FollowUpForm({ resource, row, kind, send, outcome: likely, onLogged }: FollowUpFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Typed>();
  const toast = useToast();
  const [isSaving, setSaving] = useState(false);
  const [isSending, setSending] = useState(false);
  const once = useOnce();
  const draftKey = `activity/${row.id}`;
  const usual = { kind: KINDS.find((it) => it === kind) ?? (kind ? 'other' : 'call'), outcome: likely };
  const outcome = Form.useWatch('outcome', form);
  const next = Form.useWatch('next', form);

  const save = async (typed: Typed) => {
    if (isSending) return;
    setSaving(true);
    const day = typed.next_contact_at ?? (typed.next ? dayOf(typed.next) : undefined);
    const said = typed.content?.trim();
    const report = {
      kind: typed.kind,
      direction: 'out',
      outcome: typed.outcome,
      next_contact_at: day ? momentOf(day) : undefined,
    };
    try {
      if (send) await send(said ? { ...report, content: said } : report);
      else {
        // The outcome alone is a report too: "no answer" needs no further word.
        const content = said || (typed.outcome ? t(`activity.outcome.${typed.outcome}`) : '');
        const attachments = typed.files?.map(({ id }) => id);
        const body = { ...report, content, attachments, subject: resource.key, subject_id: row.id };
        await once('/activities', body);
      }
      dropDraft(draftKey);
      form.resetFields();
      form.setFieldsValue({ ...usual, content: undefined });
      invalidate(resource.list, resource.item, `${resource.item}/timeline`, '/activities', '/me/todos', '/calendar');
      toast.done(t('activity.saved'));
      onLogged?.();
    } catch (error) {
      if (!setFieldProblems(form, error)) toast.failed(error);
    } finally {
      setSaving(false);
    }
  };

  return (
    <Form
      form={form}
      // Two may be on one page, and `content` is the page's.
      name={useId()}
      className="gx-log"
      layout="vertical"
      initialValues={{ ...usual, ...readDraft(draftKey) }}
      onValuesChange={(_, { kind: how, outcome: what, content }: Typed) =>
        keepDraft(draftKey, { kind: how, outcome: what, content }, usual)
      }
      onFinish={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
      }}
      aria-label={t('activity.title')}
    >
      <Form.Item name="kind" noStyle>
        <Segmented
          aria-label={t('activity.kind_label')}
          options={KINDS.map((it) => ({ value: it, label: t(`activity.kind.${it}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="content"
        rules={[{ required: !outcome && !send, whitespace: true, message: t('activity.content_required') }]}
      >
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 10 }}
          maxLength={5000}
          placeholder={t('activity.placeholder')}
          aria-label={t('activity.content')}
        />
      </Form.Item>
      {!send && (
        <Form.Item name="files">
          <FilesField most={20} onSending={setSending} />
        </Form.Item>
      )}
      <Form.Item name="outcome" label={t('activity.outcome_label')}>
        <Radio.Group
          optionType="button"
          options={OUTCOMES.map((it) => ({ value: it, label: t(`activity.outcome.${it}`) }))}
        />
      </Form.Item>
      <Form.Item label={t('activity.next')} className="gx-log-next">
        <Form.Item name="next" noStyle>
          <Radio.Group
            optionType="button"
            options={nextContacts().map((it) => ({
              value: it,
              label: `${t(`activity.next_contact.${it}`)} ${dayOf(it).format('M/D')}`,
            }))}
            onChange={() => form.setFieldValue('next_contact_at', undefined)}
          />
        </Form.Item>
        <Form.Item name="next_contact_at" noStyle>
          <DatePicker
            aria-label={t('activity.other_day')}
            placeholder={next ? dayOf(next).format('YYYY-MM-DD') : t('activity.other_day')}
            disabledDate={(day) => day.isBefore(today().format('YYYY-MM-DD'), 'day')}
            onChange={(day) => day && form.setFieldValue('next', undefined)}
          />
        </Form.Item>
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={isSaving || isSending}>
        {t('activity.save')}
      </Button>
    </Form>
  );
}
