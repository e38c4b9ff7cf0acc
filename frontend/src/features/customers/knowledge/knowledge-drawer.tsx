import { DatePicker, Form, Input, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/lib/api/schema-types';
import { RecordSelect } from '@/lib/fields/record-select';
import { EditDrawer } from '@/lib/record/edit-drawer';
import { knowledge } from './knowledge.resource';
import { CONFIDENCE, KINDS, VISIBILITY } from './knowledge-kinds';

interface Typed {
  customer_id: string;
  kind: string;
  text: string;
  confidence: string;
  visibility: string;
  valid_until?: Dayjs | null;
}

interface KnowledgeDrawerProps {
  /** What is changed; a new entry without it. */
  of?: Row;
  /** The customer it is about, where the page knows. */
  about?: string;
  onClose: () => void;
}

/** Something known of a customer, how sure one is and until when it counts. */
export function KnowledgeDrawer({ of: edited, about, onClose }: KnowledgeDrawerProps) {
  const { t } = useTranslation('customer_knowledge');
  const required = (message: string) => [{ required: true, message }];
  const bodyOf = ({ valid_until, ...typed }: Typed) => ({
    ...typed,
    ...(edited ? {} : { customer_id: about ?? typed.customer_id }),
    valid_until: valid_until?.format('YYYY-MM-DD') ?? null,
  });
  const until = typeof edited?.valid_until === 'string' ? dayjs(edited.valid_until) : null;
  return (
    <EditDrawer<Typed>
      resource={knowledge}
      of={edited}
      title={edited ? t('edit') : t('create')}
      width={520}
      initial={{ kind: 'preference', confidence: 'mid', visibility: 'customer', ...edited, valid_until: until }}
      bodyOf={bodyOf}
      onClose={onClose}
    >
      {!edited && !about && (
        <Form.Item name="customer_id" label={t('customer')} rules={required(t('customer_required'))}>
          <RecordSelect path="/customers" autoFocus />
        </Form.Item>
      )}
      <Form.Item name="kind" label={t('kind_label')}>
        <Select options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      </Form.Item>
      <Form.Item name="text" label={t('text')} rules={required(t('text_required'))}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} maxLength={5000} autoFocus={Boolean(edited || about)} />
      </Form.Item>
      <div className="gx-form-grid">
        <Form.Item name="confidence" label={t('confidence_label')}>
          <Radio.Group options={CONFIDENCE.map((value) => ({ value, label: t(`confidence.${value}`) }))} />
        </Form.Item>
        <Form.Item name="valid_until" label={t('valid_until')}>
          <DatePicker style={{ width: '100%' }} placeholder={t('forever')} />
        </Form.Item>
      </div>
      <Form.Item name="visibility" label={t('visibility_label')} extra={t('visibility_text')}>
        <Radio.Group options={VISIBILITY.map((value) => ({ value, label: t(`visibility.${value}`) }))} />
      </Form.Item>
    </EditDrawer>
  );
}
