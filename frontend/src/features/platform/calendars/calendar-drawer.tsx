import { Form, Input, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/lib/api/schema-types';
import { useSession } from '@/lib/api/session';
import { EditDrawer } from '@/lib/record/edit-drawer';
import { WeekInput } from './week-input';
import { areSound, hoursOf, WEEK, type WeeklyHours } from './work-calendar';
import { workCalendar } from './work-calendar.resource';

interface CalendarDrawerProps {
  of: Row | undefined;
  onCreated: (id: string) => void;
  onClose: () => void;
}

const OFFICE = WEEK.slice(0, 5).flatMap((day) => [
  { day, from: '09:00', to: '12:00' },
  { day, from: '13:30', to: '18:00' },
]);

/** The name, the zone and the week of a calendar. */
export function CalendarDrawer({ of: edited, onCreated, onClose }: CalendarDrawerProps) {
  const { t } = useTranslation('calendar');
  const session = useSession();
  return (
    <EditDrawer
      resource={workCalendar}
      of={edited}
      title={edited ? t('edit_what', { name: String(edited.name) }) : t('create')}
      width={620}
      initial={edited ?? { time_zone: session?.tenant.timezone, weekly: OFFICE, is_default: false }}
      onClose={onClose}
      onCreated={({ id }) => onCreated(id)}
    >
      <div className="gx-form-grid">
        <Form.Item name="name" label={t('name')} rules={[{ required: true, whitespace: true, message: t('required') }]}>
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
    </EditDrawer>
  );
}
