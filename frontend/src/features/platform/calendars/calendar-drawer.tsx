import { Button, Drawer, Form, Input, Select, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { useSession } from '@/lib/api/session';
import { useIsWide } from '@/lib/format/use-media';
import { useLeaveGuard } from '@/lib/record/use-leave-guard';
import { setFieldProblems } from '@/lib/resource/form-problems';
import { useSave } from '@/lib/resource/use-save';
import { useToast } from '@/lib/resource/use-toast';
import { WeekInput } from './week-input';
import { areSound, hoursOf, WEEK, type WeeklyHours } from './work-calendar';
import { workCalendar } from './work-calendar.resource';
import '@/lib/record/record.css';

interface CalendarDrawerProps {
  of: Row | undefined;
  onCreated: (id: string) => void;
  onClose: () => void;
}

interface Typed {
  name: string;
  time_zone: string;
  weekly: WeeklyHours[];
  is_default?: boolean;
}

const OFFICE = WEEK.slice(0, 5).flatMap((day) => [
  { day, from: '09:00', to: '12:00' },
  { day, from: '13:30', to: '18:00' },
]);

/** The name, the zone and the week of a calendar. */
export function CalendarDrawer({ of: edited, onCreated, onClose }: CalendarDrawerProps) {
  const { t } = useTranslation('calendar');
  const [form] = Form.useForm<Typed>();
  const session = useSession();
  const toast = useToast();
  const isWide = useIsWide();
  const { save } = useSave(workCalendar);
  const [isSaving, setSaving] = useState(false);
  const guard = useLeaveGuard(() => form.isFieldsTouched());
  const close = () => void guard.leave(onClose);
  const submit = async (typed: Typed) => {
    setSaving(true);
    try {
      if (edited) {
        await save(edited, { ...typed });
        invalidate(workCalendar.list);
        guard.pass();
        onClose();
      } else {
        const made = await callPath<Row>('post', workCalendar.list, { body: typed });
        invalidate(workCalendar.list);
        toast.done(t('common:created', { name: typed.name }));
        guard.pass();
        onCreated(made.id);
      }
    } catch (error) {
      if (!setFieldProblems(form, error)) toast.failed(error);
    } finally {
      setSaving(false);
    }
  };
  return (
    <Drawer
      open
      title={edited ? t('edit_what', { name: String(edited.name) }) : t('create')}
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
      <Form
        form={form}
        layout="vertical"
        initialValues={edited ?? { time_zone: session?.tenant.timezone, weekly: OFFICE, is_default: false }}
        onFinish={submit}
      >
        <div className="gx-form-grid">
          <Form.Item
            name="name"
            label={t('name')}
            rules={[{ required: true, whitespace: true, message: t('required') }]}
          >
            <Input maxLength={200} autoFocus={!edited} />
          </Form.Item>
          <Form.Item name="time_zone" label={t('time_zone')}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value }))}
            />
          </Form.Item>
        </div>
        <Form.Item
          name="weekly"
          label={t('week')}
          rules={[
            { required: true, type: 'array', min: 1, message: t('week_required') },
            {
              validator: (_, week: WeeklyHours[]) =>
                WEEK.every((day) => areSound(hoursOf(week, day)))
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('hours_wrong'))),
            },
          ]}
        >
          <WeekInput />
        </Form.Item>
        {edited?.is_default !== true && (
          <Form.Item name="is_default" label={t('make_default')} valuePropName="checked" extra={t('default_text')}>
            <Switch />
          </Form.Item>
        )}
      </Form>
    </Drawer>
  );
}
