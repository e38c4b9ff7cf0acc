import { Form } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { useOnce } from '@/lib/api/once';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { FormDrawer } from '@/lib/record/form-drawer';
import type { FormProps } from '@/lib/resource/define-resource';
import { useToast } from '@/lib/resource/use-toast';
import { SubjectFields } from '../subject-fields';
import { CheckInFields } from './check-fields';
import { lengthOf } from './length';
import { visit } from './visit.resource';
import '../activities.css';

interface Typed {
  subject: string;
  subject_id: string;
  lat?: string;
  lng?: string;
  address?: string;
  photo_id?: string;
}

/** Whom one goes to see: noted for later, or begun where one stands. */
export function VisitForm({ about, onClose }: FormProps) {
  const { t } = useTranslation('visit');
  const [form] = Form.useForm<Typed>();
  const toast = useToast();
  const once = useOnce();
  // What was made before its check-in was refused is checked in at the next try.
  const made = useRef<{ key: string; row: Row }>(undefined);

  const visitOf = async ({ subject, subject_id }: Typed) => {
    const key = `${subject}/${subject_id}`;
    if (made.current?.key === key) return made.current.row;
    const row = await once<Row>(visit.list, { subject, subject_id });
    made.current = { key, row };
    return row;
  };
  const done = (begun?: Row) => {
    invalidate(visit.list, visit.item, '/follow-up-plans');
    toast.done(wordsFor(begun));
  };
  const checkIn = async ({ lat, lng, address, photo_id, ...typed }: Typed) => {
    const { id } = await visitOf(typed);
    done(
      await callPath<Row>('post', `${visit.item}/check-in`, { path: { id }, body: { lat, lng, address, photo_id } }),
    );
  };
  const note = (typed: Typed) => visitOf(typed).then(() => done());
  const wordsFor = (begun: Row | undefined) => {
    if (!begun) return t('noted');
    if (typeof begun.distance_m !== 'number') return t('begun');
    const { unit, count } = lengthOf(begun.distance_m);
    return t('begun_at', { distance: t(`length.${unit}`, { count }) });
  };

  return (
    <FormDrawer
      title={t('create')}
      width={480}
      form={form}
      name="visit"
      initial={about}
      label={t('action.check_in')}
      onSave={checkIn}
      other={{ label: t('note'), fields: ['subject', 'subject_id'], onSave: note }}
      onClose={onClose}
    >
      <SubjectFields isRequired />
      <CheckInFields />
    </FormDrawer>
  );
}
