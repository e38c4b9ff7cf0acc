import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Drawer, Form, Input, Segmented } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { isProblem } from '@/lib/api/problem';
import { invalidate, query } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { RemoteSelectInput } from '@/lib/fields/remote-select';
import { today } from '@/lib/format/date';
import { useIsWide } from '@/lib/format/use-media';
import { dropDraft, keepDraft, readDraft } from '@/lib/record/draft';
import { setFieldProblems } from '@/lib/resource/form-problems';
import { useToast } from '@/lib/resource/use-toast';
import { Figures } from './figures';
import '../activities.css';

interface ReportFormProps {
  kind?: string;
  date?: string;
  onClose: () => void;
}

interface Typed {
  kind: 'daily' | 'weekly' | 'monthly';
  period_start: Dayjs;
  done?: string;
  problems?: string;
  next_plan?: string;
  reviewer_ids?: string[];
  cc_ids?: string[];
}

const KINDS = ['daily', 'weekly', 'monthly'] as const;
const TEXTS = ['done', 'problems', 'next_plan'] as const;
const DRAFT = 'work-report';

/** What one did, beside what was counted of it; kept as a draft here until it is saved or handed in. */
export function ReportForm({ kind: asked, date, onClose }: ReportFormProps) {
  const { t } = useTranslation('work_report');
  const toast = useToast();
  const [form] = Form.useForm<Typed>();
  const isWide = useIsWide();
  const [saving, setSaving] = useState<'draft' | 'submit'>();
  const first = KINDS.find((it) => it === asked) ?? 'daily';
  const kind = Form.useWatch('kind', form) ?? first;
  const start = date ? dayjs(date) : today();
  const day = (Form.useWatch('period_start', form) ?? start).format('YYYY-MM-DD');
  const figures = useQuery(query('/work-reports/figures', { query: { kind, date: day } }));
  const save = async (isSubmitted: boolean) => {
    const typed = await form.validateFields().catch(() => undefined);
    if (!typed) return;
    setSaving(isSubmitted ? 'submit' : 'draft');
    try {
      const made = await callPath<Row>('post', '/work-reports', {
        body: { ...typed, period_start: typed.period_start.format('YYYY-MM-DD') },
      });
      dropDraft(DRAFT);
      if (isSubmitted) await callPath('post', '/work-reports/{id}/submit', { path: { id: made.id }, body: {} });
      toast.done(isSubmitted ? t('submitted') : t('kept'));
      onClose();
    } catch (error) {
      if (isProblem(error, 409) && error.code === 'REPORT_EXISTS') toast.refused(t('exists'));
      else if (!setFieldProblems(form, error)) toast.failed(error);
    } finally {
      invalidate('/work-reports', '/work-reports/missing', '/me/todos');
      setSaving(undefined);
    }
  };
  return (
    <Drawer
      open
      title={t('create')}
      size={isWide ? 620 : '100%'}
      onClose={onClose}
      maskClosable={false}
      footer={
        <div className="gx-drawer-foot">
          <Button loading={saving === 'draft'} onClick={() => void save(false)}>
            {t('keep')}
          </Button>
          <Button type="primary" loading={saving === 'submit'} onClick={() => void save(true)}>
            {t('action.submit')}
          </Button>
        </div>
      }
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ kind: first, period_start: start, ...readDraft(DRAFT) }}
        onValuesChange={(_, { done, problems, next_plan }: Typed) => keepDraft(DRAFT, { done, problems, next_plan })}
      >
        <div className="gx-report-head">
          <Form.Item name="kind" label={t('kind_label')}>
            <Segmented options={KINDS.map((it) => ({ value: it, label: t(`kind.${it}`) }))} />
          </Form.Item>
          <Form.Item name="period_start" label={t('date')} rules={[{ required: true, message: t('date_required') }]}>
            <DatePicker
              picker={kind === 'weekly' ? 'week' : kind === 'monthly' ? 'month' : 'date'}
              allowClear={false}
              disabledDate={(it) => it.isAfter(today().format('YYYY-MM-DD'), 'day')}
            />
          </Form.Item>
        </div>
        {figures.data && <Figures of={figures.data} />}
        {TEXTS.map((it) => (
          <Form.Item
            key={it}
            name={it}
            label={t(`text.${it}`)}
            rules={it === 'done' ? [{ required: true, whitespace: true, message: t('done_required') }] : []}
          >
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={5000} placeholder={t(`example.${it}`)} />
          </Form.Item>
        ))}
        <Form.Item name="reviewer_ids" label={t('reviewers')} extra={t('reviewers_text')}>
          <RemoteSelectInput path="/users" isMany />
        </Form.Item>
        <Form.Item name="cc_ids" label={t('copies')}>
          <RemoteSelectInput path="/users" isMany />
        </Form.Item>
      </Form>
    </Drawer>
  );
}
