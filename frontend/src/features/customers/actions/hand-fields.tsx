import { DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { RecordSelect } from '@/lib/fields/record-select';
import { today } from '@/lib/format/date';
import { ReasonFields } from '@/lib/ownership/reason-fields';
import { ReceiverFields } from '@/lib/ownership/receiver-fields';
import { useDictionary } from '@/lib/ownership/use-dictionary';
import type { ActionFieldsProps } from '@/lib/resource/define-resource';
import { Along } from './along';

const ACCESS = ['none', 'read', 'read_write'] as const;

export function ReleaseFields({ count }: ActionFieldsProps) {
  const { t } = useTranslation('customer');
  return (
    <>
      <p className="gx-faint gx-action-text">{t('release_text', { count })}</p>
      <ReasonFields options={useDictionary('release_reason')} label={t('release_reason')} />
      <PoolField isRequired={false} />
    </>
  );
}

export function MoveFields() {
  return <PoolField isRequired />;
}

function PoolField({ isRequired }: { isRequired: boolean }) {
  const { t } = useTranslation('customer');
  return (
    <Form.Item
      name="pool_id"
      label={t('to_pool')}
      rules={isRequired ? [{ required: true, message: t('pool_required') }] : []}
    >
      <RecordSelect path="/customer-pools" placeholder={isRequired ? undefined : t('to_pool_usual')} />
    </Form.Item>
  );
}

export function TransferFields({ subject, count }: ActionFieldsProps) {
  const { t } = useTranslation('customer');
  return (
    <>
      <ReceiverFields />
      <Along of={subject} count={count} />
      <Form.Item name="keep_me_as" label={t('keep_me')} initialValue="none">
        <Select options={ACCESS.map((value) => ({ value, label: t(`access.${value}`) }))} />
      </Form.Item>
      <Form.Item name="reason" label={t('transfer_reason')}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </>
  );
}

export function LockFields() {
  const { t } = useTranslation('customer');
  return (
    <>
      <p className="gx-faint gx-action-text">{t('lock_text')}</p>
      <Form.Item
        name="until"
        label={t('lock_until')}
        rules={[{ required: true, message: t('lock_until_required') }]}
        getValueProps={(value?: string) => ({ value: value ? dayjs(value) : null })}
        getValueFromEvent={(day: Dayjs | null) => day?.format('YYYY-MM-DD')}
      >
        <DatePicker style={{ width: '100%' }} disabledDate={(day) => day.isBefore(today().format('YYYY-MM-DD'))} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('lock_reason')}
        rules={[{ required: true, message: t('lock_reason_required') }]}
      >
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </>
  );
}
