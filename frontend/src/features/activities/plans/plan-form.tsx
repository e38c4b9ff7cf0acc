import { Button, DatePicker, Drawer, Form, Input, InputNumber, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { invalidate } from '@/lib/api/query';
import { fromZone, today } from '@/lib/format/date';
import { useIsWide } from '@/lib/format/use-media';
import { useDictionary } from '@/lib/ownership/use-dictionary';
import { dayOf, NEXT_CONTACTS } from '@/lib/record/next-contact';
import { useLeaveGuard } from '@/lib/record/use-leave-guard';
import type { FormProps } from '@/lib/resource/define-resource';
import { setFieldProblems } from '@/lib/resource/form-problems';
import { useLabel } from '@/lib/resource/meta';
import { useToast } from '@/lib/resource/use-toast';
import { SubjectFields } from '../subject-fields';
import { DAYS, MOST_TIMES, type Repeat, ruleOf } from './recurrence';
import '../activities.css';

interface Typed {
  subject: string;
  subject_id: string;
  planned_at: Dayjs;
  method: string;
  content: string;
  remind_before_min?: number;
  repeat: Repeat;
  interval: number;
  days: string[];
  count: number;
}

const REPEATS = ['none', 'daily', 'weekly', 'monthly'] as const;
const WARNINGS = [0, 15, 60, 1440] as const;
const AT = 10;

/** What is to be done, with whom and when; and whether it comes again. */
export function PlanForm({ about, onClose }: FormProps) {
  const { t } = useTranslation('follow_up_plan');
  const label = useLabel();
  const toast = useToast();
  const [form] = Form.useForm<Typed>();
  const isWide = useIsWide();
  const methods = useDictionary('activity_kind');
  const repeat = Form.useWatch('repeat', form) ?? 'none';
  const [isSaving, setSaving] = useState(false);
  const guard = useLeaveGuard(() => form.isFieldsTouched());
  const close = () => void guard.leave(onClose);
  const save = async ({ repeat: again, interval, days, count, planned_at, ...typed }: Typed) => {
    setSaving(true);
    try {
      const recurrence = ruleOf({ repeat: again, interval: interval ?? 1, days: days ?? [], count: count ?? 1 });
      await callPath('post', '/follow-up-plans', { body: { ...typed, planned_at: fromZone(planned_at), recurrence } });
      invalidate('/follow-up-plans', '/me/todos', '/calendar');
      toast.done(recurrence ? t('made_many') : t('made'));
      guard.pass();
      onClose();
    } catch (error) {
      if (!setFieldProblems(form, error)) toast.failed(error);
    } finally {
      setSaving(false);
    }
  };
  return (
    <Drawer
      open
      title={t('new')}
      size={isWide ? 520 : '100%'}
      onClose={close}
      maskClosable={false}
      footer={
        <div className="gx-drawer-foot">
          <Button onClick={close}>{t('common:cancel')}</Button>
          <Button type="primary" loading={isSaving} onClick={() => form.submit()}>
            {t('common:save')}
          </Button>
        </div>
      }
    >
      <Form
        form={form}
        // Its fields have ids of their own: `content` is the page's.
        name="plan"
        layout="vertical"
        initialValues={{
          ...about,
          method: 'call',
          repeat: 'none',
          interval: 1,
          count: 4,
          planned_at: today().add(1, 'day').hour(AT),
        }}
        onFinish={save}
      >
        <SubjectFields isRequired />
        <Form.Item
          name="content"
          label={t('content')}
          rules={[{ required: true, whitespace: true, message: t('content_required') }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={5000} placeholder={t('content_example')} />
        </Form.Item>
        <Form.Item name="method" label={t('method')}>
          <Select options={methods.map((it) => ({ value: it.value, label: label(it.label) }))} />
        </Form.Item>
        <Form.Item label={t('when')} required>
          <span className="gx-presets">
            {NEXT_CONTACTS.map((it) => (
              <Button key={it} size="small" onClick={() => form.setFieldValue('planned_at', dayOf(it).hour(AT))}>
                {t(`common:activity.next_contact.${it}`)}
              </Button>
            ))}
          </span>
          <Form.Item name="planned_at" noStyle rules={[{ required: true, message: t('when_required') }]}>
            <DatePicker
              showTime={{ format: 'HH:mm', minuteStep: 5 }}
              format="YYYY-MM-DD HH:mm"
              aria-label={t('when')}
              disabledDate={(day) => day.isBefore(today().format('YYYY-MM-DD'), 'day')}
              style={{ width: '100%' }}
            />
          </Form.Item>
        </Form.Item>
        <Form.Item name="remind_before_min" label={t('warn')}>
          <Select
            allowClear
            placeholder={t('warn_usual')}
            options={WARNINGS.map((it) => ({ value: it, label: t(`warning.${it}`) }))}
          />
        </Form.Item>
        <Form.Item name="repeat" label={t('repeat')}>
          <Select options={REPEATS.map((it) => ({ value: it, label: t(`repeats.${it}`) }))} />
        </Form.Item>
        {repeat !== 'none' && (
          <div className="gx-repeat">
            <Form.Item name="interval" label={t('interval')}>
              <InputNumber min={1} max={99} suffix={t(`unit.${repeat}`)} />
            </Form.Item>
            <Form.Item name="count" label={t('times')}>
              <InputNumber min={2} max={MOST_TIMES} />
            </Form.Item>
          </div>
        )}
        {repeat === 'weekly' && (
          <Form.Item name="days" label={t('on_days')}>
            <Select
              mode="multiple"
              placeholder={t('same_day')}
              options={DAYS.map((it) => ({ value: it, label: t(`day.${it}`) }))}
            />
          </Form.Item>
        )}
      </Form>
    </Drawer>
  );
}
