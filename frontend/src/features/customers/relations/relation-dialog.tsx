import { DatePicker, Form, Input, Modal, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { isProblem } from '@/lib/api/problem';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { RecordSelect } from '@/lib/fields/record-select';
import { useToast } from '@/lib/resource/use-toast';
import { DEALER_ROLES } from '../marks';
import { relation } from './relation.resource';
import '@/lib/record/record.css';

const KINDS = ['dealer_of', 'supplier_of', 'end_customer_of', 'invoice_to', 'partner_of', 'competitor_of'];

interface Typed {
  /** `is:supplier_of`: the customer is one of the other; `has:…`: the other way round. */
  what: string;
  other: string;
  territory?: string;
  products?: string;
  valid_from?: Dayjs | null;
  valid_to?: Dayjs | null;
  remark?: string;
}

/** Says what this customer is to another, or the other to this. */
export function RelationDialog({ of: customer, onClose }: { of: Row; onClose: () => void }) {
  const { t } = useTranslation('customer');
  const [form] = Form.useForm<Typed>();
  const toast = useToast();
  const [isSaving, setSaving] = useState(false);
  const [way, kind] = (Form.useWatch('what', form) ?? '').split(':');
  const submit = async ({ what, other, valid_from, valid_to, ...rest }: Typed) => {
    const [direction, chosen] = what.split(':');
    setSaving(true);
    const body = {
      ...rest,
      kind: chosen,
      from_id: direction === 'is' ? customer.id : other,
      to_id: direction === 'is' ? other : customer.id,
      valid_from: valid_from?.format('YYYY-MM-DD'),
      valid_to: valid_to?.format('YYYY-MM-DD'),
    };
    try {
      await callPath('post', relation.list, { body });
      invalidate(relation.list);
      toast.done(t('common:saved'));
      onClose();
    } catch (error) {
      if (isProblem(error, 409, 422)) form.setFields([{ name: 'other', errors: wordsOf(error) }]);
      else toast.failed(error);
    } finally {
      setSaving(false);
    }
  };
  const isDealing = kind === 'dealer_of';
  // Only somebody who deals can be a dealer; of the other the server knows.
  const canDeal = DEALER_ROLES.includes(String(customer.role));
  const group = (direction: 'is' | 'has') => ({
    label: t(`relation.way.${direction}`),
    title: direction,
    options: KINDS.map((it) => ({
      value: `${direction}:${it}`,
      label: t(`relation.kind_${direction}.${it}`),
      disabled: it === 'dealer_of' && direction === 'is' && !canDeal,
    })),
  });
  return (
    <Modal
      open
      title={t('relation.add')}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      confirmLoading={isSaving}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={submit}>
        <Form.Item name="what" label={t('relation.kind')} rules={[{ required: true, message: t('relation.required') }]}>
          <Select options={[group('is'), group('has')]} autoFocus />
        </Form.Item>
        <Form.Item
          name="other"
          label={t('relation.other')}
          rules={[{ required: true, message: t('family.customer_required') }]}
        >
          <RecordSelect path="/customers" />
        </Form.Item>
        {isDealing && (
          <div className="gx-form-grid">
            <Form.Item name="territory" label={t('relation.territory')}>
              <Input maxLength={200} />
            </Form.Item>
            <Form.Item name="products" label={t('relation.products')}>
              <Input maxLength={200} />
            </Form.Item>
          </div>
        )}
        {way && (
          <div className="gx-form-grid">
            <Form.Item name="valid_from" label={t('relation.from')}>
              <DatePicker style={{ width: '100%' }} />
            </Form.Item>
            <Form.Item name="valid_to" label={t('relation.to')}>
              <DatePicker style={{ width: '100%' }} />
            </Form.Item>
          </div>
        )}
        <Form.Item name="remark" label={t('relation.remark')}>
          <Input.TextArea rows={2} maxLength={5000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function wordsOf(error: { errors: { message: string }[]; message: string }): string[] {
  return error.errors.length > 0 ? error.errors.map((it) => it.message) : [error.message];
}
