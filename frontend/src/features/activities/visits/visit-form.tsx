import { Button, Drawer, Form } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { useIsWide } from '@/lib/format/use-media';
import { useLeaveGuard } from '@/lib/record/use-leave-guard';
import type { FormProps } from '@/lib/resource/define-resource';
import { setFieldProblems } from '@/lib/resource/form-problems';
import { useToast } from '@/lib/resource/use-toast';
import { SubjectFields } from '../subject-fields';
import { CheckInFields } from './check-fields';
import { lengthOf } from './length';
import '../activities.css';

interface Typed {
  subject: string;
  subject_id: string;
  lat?: string;
  lng?: string;
  address?: string;
}

/** Whom one goes to see: noted for later, or begun where one stands. */
export function VisitForm({ about, onClose }: FormProps) {
  const { t } = useTranslation('visit');
  const [form] = Form.useForm<Typed>();
  const toast = useToast();
  const isWide = useIsWide();
  const [saving, setSaving] = useState<'later' | 'now'>();
  const guard = useLeaveGuard(() => form.isFieldsTouched(['subject_id', 'address']));
  const close = () => void guard.leave(onClose);
  // What was made before its check-in was refused is checked in at the next try.
  const made = useRef<{ key: string; row: Row }>(undefined);

  const visitOf = async ({ subject, subject_id }: Typed) => {
    const key = `${subject}/${subject_id}`;
    if (made.current?.key === key) return made.current.row;
    const row = await callPath<Row>('post', '/visits', { body: { subject, subject_id } });
    made.current = { key, row };
    return row;
  };
  const run = async (when: 'later' | 'now', typed: Typed) => {
    setSaving(when);
    try {
      const { id } = await visitOf(typed);
      const { lat, lng, address } = typed;
      const begun =
        when === 'now'
          ? await callPath<Row>('post', '/visits/{id}/check-in', { path: { id }, body: { lat, lng, address } })
          : undefined;
      invalidate('/visits', '/visits/{id}', '/follow-up-plans');
      toast.done(wordsFor(begun));
      guard.pass();
      onClose();
    } catch (error) {
      if (!setFieldProblems(form, error)) toast.failed(error);
    } finally {
      setSaving(undefined);
    }
  };
  const wordsFor = (begun: Row | undefined) => {
    if (!begun) return t('noted');
    if (typeof begun.distance_m !== 'number') return t('begun');
    const { unit, count } = lengthOf(begun.distance_m);
    return t('begun_at', { distance: t(`length.${unit}`, { count }) });
  };
  const note = async () => {
    const typed = await form.validateFields(['subject', 'subject_id']).catch(() => undefined);
    if (typed) await run('later', typed);
  };

  return (
    <Drawer
      open
      title={t('create')}
      size={isWide ? 480 : '100%'}
      onClose={close}
      maskClosable={false}
      footer={
        <div className="gx-drawer-foot">
          <Button loading={saving === 'later'} disabled={saving !== undefined} onClick={() => void note()}>
            {t('note')}
          </Button>
          <Button
            type="primary"
            loading={saving === 'now'}
            disabled={saving !== undefined}
            onClick={() => form.submit()}
          >
            {t('action.check_in')}
          </Button>
        </div>
      }
    >
      <Form
        form={form}
        name="visit"
        layout="vertical"
        initialValues={about}
        onFinish={(typed) => void run('now', typed)}
      >
        <SubjectFields isRequired />
        <CheckInFields />
      </Form>
    </Drawer>
  );
}
