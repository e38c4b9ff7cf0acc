import { DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { RecordSelect } from '@/lib/fields/record-select';
import { fromZone, inZone } from '@/lib/format/date';
import { setFieldProblems } from '@/lib/resource/form-problems';
import type { Member } from './team';

interface Typed extends Pick<Member, 'user_id' | 'access' | 'role_label'> {
  until?: Dayjs | null;
}

const ACCESS = ['read', 'read_write'] as const;

interface MemberDialogProps {
  of?: Member;
  onSave: (member: Member) => Promise<unknown>;
  onClose: () => void;
}

/** Somebody who works on a customer with its owner. */
export function MemberDialog({ of: edited, onSave, onClose }: MemberDialogProps) {
  const { t } = useTranslation('customer');
  const [form] = Form.useForm<Typed>();
  const submit = async ({ until, role_label, ...member }: Typed) => {
    try {
      const expires_at = until ? fromZone(until.endOf('day')) : null;
      await onSave({ ...member, role_label: role_label?.trim() || null, expires_at });
      onClose();
    } catch (error) {
      setFieldProblems(form, error);
    }
  };
  return (
    <Modal
      open
      title={edited ? t('team.edit', { name: edited.user_name }) : t('team.add')}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={edited ? { ...edited, until: endOf(edited) } : { access: 'read' }}
        onFinish={submit}
      >
        <Form.Item
          name="user_id"
          hidden={edited !== undefined}
          label={t('team.member')}
          rules={[{ required: true, message: t('team.member_required') }]}
        >
          <RecordSelect
            path="/users"
            autoFocus={!edited}
            shown={edited && { [edited.user_id]: edited.user_name ?? '' }}
          />
        </Form.Item>
        <Form.Item name="access" label={t('team.access')}>
          <Select options={ACCESS.map((value) => ({ value, label: t(`access.${value}`) }))} />
        </Form.Item>
        <Form.Item name="role_label" label={t('team.role')}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="until" label={t('team.until')}>
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** The last day as the organisation's clock shows it. */
function endOf({ expires_at }: Member): Dayjs | null {
  return expires_at ? dayjs(inZone(expires_at).format('YYYY-MM-DD')) : null;
}
