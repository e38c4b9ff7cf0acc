import { Button, Form, Input, InputNumber, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { MomentInput } from '@/lib/fields/moment-input';
import { fromZone, today } from '@/lib/format/date';
import { useDictionary } from '@/lib/ownership/use-dictionary';
import { EditDrawer } from '@/lib/record/edit-drawer';
import { dayOf, nextContacts } from '@/lib/record/next-contact';
import type { FormProps } from '@/lib/resource/define-resource';
import { useLabel } from '@/lib/resource/meta';
import { SubjectFields } from '../subject-fields';
import { plan } from './plan.resource';
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
  const [form] = Form.useForm<Typed>();
  const methods = useDictionary('activity_kind');
  const repeat = Form.useWatch('repeat', form) ?? 'none';
  const bodyOf = ({ repeat: again, interval, days, count, planned_at, ...typed }: Typed) => ({
    ...typed,
    planned_at: fromZone(planned_at),
    recurrence: ruleOf({ repeat: again, interval: interval ?? 1, days: days ?? [], count: count ?? 1 }),
  });
  return (
    <EditDrawer<Typed>
      resource={plan}
      of={undefined}
      form={form}
      title={t('new')}
      width={520}
      initial={{
        ...about,
        method: 'call',
        repeat: 'none',
        interval: 1,
        count: 4,
        planned_at: today().add(1, 'day').hour(AT),
      }}
      bodyOf={bodyOf}
      wordsFor={(typed) => t(typed.repeat === 'none' ? 'made' : 'made_many')}
      also={['/me/todos', '/calendar']}
      onClose={onClose}
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
          {nextContacts().map((it) => (
            <Button key={it} size="small" onClick={() => form.setFieldValue('planned_at', dayOf(it).hour(AT))}>
              {t(`common:activity.next_contact.${it}`)}
            </Button>
          ))}
        </span>
        <Form.Item name="planned_at" noStyle rules={[{ required: true, message: t('when_required') }]}>
          <MomentInput aria-label={t('when')} from={today().format('YYYY-MM-DD')} />
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
    </EditDrawer>
  );
}
