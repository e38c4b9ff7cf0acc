import { Button, DatePicker, Drawer, Form, Input, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { RecordSelect } from '@/lib/fields/record-select';
import { useIsWide } from '@/lib/format/use-media';
import { useLeaveGuard } from '@/lib/record/use-leave-guard';
import { setFieldProblems } from '@/lib/resource/form-problems';
import { useSave } from '@/lib/resource/use-save';
import { useToast } from '@/lib/resource/use-toast';
import { knowledge } from './knowledge.resource';
import { CONFIDENCE, KINDS, VISIBILITY } from './knowledge-kinds';
import '@/lib/record/record.css';

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
  const [form] = Form.useForm<Typed>();
  const toast = useToast();
  const isWide = useIsWide();
  const { save } = useSave(knowledge);
  const [isSaving, setSaving] = useState(false);
  const guard = useLeaveGuard(() => form.isFieldsTouched());
  const close = () => void guard.leave(onClose);
  const required = (message: string) => [{ required: true, message }];
  const submit = async ({ valid_until, ...typed }: Typed) => {
    setSaving(true);
    const body = { ...typed, valid_until: valid_until?.format('YYYY-MM-DD') ?? null };
    try {
      if (edited) await save(edited, body);
      else await callPath('post', knowledge.list, { body: { ...body, customer_id: about ?? typed.customer_id } });
      if (!edited) toast.done(t('common:saved'));
      invalidate(knowledge.list);
      guard.pass();
      onClose();
    } catch (error) {
      if (!setFieldProblems(form, error)) toast.failed(error);
    } finally {
      setSaving(false);
    }
  };
  const until = typeof edited?.valid_until === 'string' ? dayjs(edited.valid_until) : null;
  return (
    <Drawer
      open
      title={edited ? t('edit') : t('create')}
      size={isWide ? 520 : '100%'}
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
        name="knowledge"
        layout="vertical"
        initialValues={{ kind: 'preference', confidence: 'mid', visibility: 'customer', ...edited, valid_until: until }}
        onFinish={submit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
        }}
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
          <Input.TextArea
            autoSize={{ minRows: 4, maxRows: 14 }}
            maxLength={5000}
            autoFocus={Boolean(edited || about)}
          />
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
      </Form>
    </Drawer>
  );
}
