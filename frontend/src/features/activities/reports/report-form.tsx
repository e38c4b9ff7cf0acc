import { useQuery } from '@tanstack/react-query';
import { DatePicker, Form, Input, Segmented } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { useOnce } from '@/lib/api/once';
import { isProblem } from '@/lib/api/problem';
import { invalidate, query } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { RemoteSelectInput } from '@/lib/fields/remote-select';
import { today } from '@/lib/format/date';
import { dropDraft, keepDraft, readDraft } from '@/lib/record/draft';
import { FormDrawer } from '@/lib/record/form-drawer';
import { useToast } from '@/lib/resource/use-toast';
import { Figures } from './figures';
import { report } from './report.resource';
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
  const once = useOnce();
  const first = KINDS.find((it) => it === asked) ?? 'daily';
  const kind = Form.useWatch('kind', form) ?? first;
  const start = date ? dayjs(date) : today();
  const day = (Form.useWatch('period_start', form) ?? start).format('YYYY-MM-DD');
  const figures = useQuery(query('/work-reports/figures', { query: { kind, date: day } }));
  const keep = async ({ period_start, ...typed }: Typed) => {
    const made = await once<Row>(report.list, { ...typed, period_start: period_start.format('YYYY-MM-DD') });
    dropDraft(DRAFT);
    return made;
  };
  const write = (isSubmitted: boolean) => async (typed: Typed) => {
    try {
      const { id } = await keep(typed);
      if (isSubmitted) await callPath('post', `${report.item}/submit`, { path: { id }, body: {} });
      toast.done(t(isSubmitted ? 'submitted' : 'kept'));
    } finally {
      invalidate(report.list, '/work-reports/missing', '/me/todos');
    }
  };
  return (
    <FormDrawer
      title={t('create')}
      width={620}
      form={form}
      name="report"
      initial={{ kind: first, period_start: start, ...readDraft(DRAFT) }}
      onType={({ done, problems, next_plan }) => keepDraft(DRAFT, { done, problems, next_plan })}
      // The draft stays for another time.
      isDirty={() => false}
      label={t('action.submit')}
      onSave={write(true)}
      other={{ label: t('keep'), onSave: write(false) }}
      wordFor={(error) => (isProblem(error, 409) && error.code === 'REPORT_EXISTS' ? t('exists') : undefined)}
      onClose={onClose}
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
    </FormDrawer>
  );
}
