import { Button, Checkbox, DatePicker, Form, Input, Modal, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/lib/api/schema-types';
import { setFieldProblems } from '@/lib/resource/form-problems';
import { useSave } from '@/lib/resource/use-save';
import { useToast } from '@/lib/resource/use-toast';
import { HoursInput } from './hours-input';
import {
  areSound,
  exceptionsOf,
  type Hours,
  LONGEST,
  type Span,
  usualHours,
  weekOf,
  withoutSpan,
  withSpan,
} from './work-calendar';
import { workCalendar } from './work-calendar.resource';
import '@/lib/record/record.css';

interface Typed {
  from: Dayjs;
  to: Dayjs;
  working: boolean;
  name?: string;
  isOwn?: boolean;
  hours?: Hours[];
}

/** What some days are: off, or worked in lieu; or what their day of the week says. */
export function DayDialog({ calendar, span, onClose }: { calendar: Row; span: Span; onClose: () => void }) {
  const { t } = useTranslation('calendar');
  const [form] = Form.useForm<Typed>();
  const toast = useToast();
  const { save, isSaving } = useSave(workCalendar);
  const from = Form.useWatch('from', form);
  const isWorking = Form.useWatch('working', form);
  const isOwn = Form.useWatch('isOwn', form);
  const all = exceptionsOf(calendar);
  const isSpecial = all.some(({ date }) => span.from <= date && date <= span.to);
  const change = async (exceptions: unknown) => {
    try {
      await save(calendar, { exceptions });
      onClose();
    } catch (error) {
      if (!setFieldProblems(form, error)) toast.failed(error);
    }
  };
  const submit = (typed: Typed) => {
    const next = {
      from: typed.from.format('YYYY-MM-DD'),
      to: typed.to.format('YYYY-MM-DD'),
      working: typed.working,
      name: typed.name?.trim() || null,
      hours: typed.working && typed.isOwn ? (typed.hours ?? null) : null,
    };
    // A span that was opened is moved, not copied.
    void change(withSpan(withoutSpan(all, span), next));
  };
  return (
    <Modal
      open
      title={isSpecial ? t('change_days') : t('add_days')}
      onCancel={onClose}
      footer={[
        isSpecial && (
          <Button key="usual" className="gx-modal-start" onClick={() => void change(withoutSpan(all, span))}>
            {t('make_usual')}
          </Button>
        ),
        <Button key="cancel" onClick={onClose}>
          {t('common:cancel')}
        </Button>,
        <Button key="save" type="primary" loading={isSaving} onClick={() => form.submit()}>
          {t('common:save')}
        </Button>,
      ]}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{
          from: dayjs(span.from),
          to: dayjs(span.to),
          working: span.working,
          name: span.name ?? '',
          isOwn: Boolean(span.hours),
          hours: span.hours ?? usualHours(weekOf(calendar)),
        }}
        onValuesChange={(changes: Partial<Typed>) => {
          const to = form.getFieldValue('to') as Dayjs | null;
          if (changes.from && to?.isBefore(changes.from)) form.setFieldValue('to', changes.from);
        }}
        onFinish={submit}
      >
        <div className="gx-form-grid">
          <Form.Item name="from" label={t('first_day')} rules={[{ required: true, message: t('required') }]}>
            <DatePicker style={{ width: '100%' }} allowClear={false} />
          </Form.Item>
          <Form.Item name="to" label={t('last_day')} rules={[{ required: true, message: t('required') }]}>
            <DatePicker
              style={{ width: '100%' }}
              allowClear={false}
              disabledDate={(day) => Boolean(from && (day.isBefore(from, 'day') || day.diff(from, 'day') >= LONGEST))}
            />
          </Form.Item>
        </div>
        <Form.Item name="working" label={t('kind_label')}>
          <Radio.Group
            options={[
              { value: false, label: t('kind.holiday') },
              { value: true, label: t('kind.in_lieu') },
            ]}
          />
        </Form.Item>
        <Form.Item name="name" label={t('day_name')}>
          <Input maxLength={100} placeholder={t('day_name_example')} />
        </Form.Item>
        {isWorking && (
          <>
            <Form.Item name="isOwn" valuePropName="checked" noStyle>
              <Checkbox>{t('own_hours')}</Checkbox>
            </Form.Item>
            {isOwn && (
              <Form.Item
                name="hours"
                rules={[
                  {
                    validator: (_, hours: Hours[]) =>
                      areSound(hours) ? Promise.resolve() : Promise.reject(new Error(t('hours_wrong'))),
                  },
                ]}
              >
                <HoursInput label={t('own_hours')} />
              </Form.Item>
            )}
          </>
        )}
      </Form>
    </Modal>
  );
}
