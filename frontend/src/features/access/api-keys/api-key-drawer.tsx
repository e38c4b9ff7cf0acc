import { Button, DatePicker, Drawer, Form, Input, InputNumber, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { RemoteSelectInput } from '@/lib/fields/remote-select';
import { fromZone, inZone, today } from '@/lib/format/date';
import { useIsWide } from '@/lib/format/use-media';
import { useLeaveGuard } from '@/lib/record/use-leave-guard';
import { setFieldProblems } from '@/lib/resource/form-problems';
import { useSave } from '@/lib/resource/use-save';
import { useToast } from '@/lib/resource/use-toast';
import { apiKey } from './api-key.resource';
import { ScopeSelect } from './scope-select';
import '@/lib/record/record.css';

interface ApiKeyDrawerProps {
  of: Row | undefined;
  onCreated: (secret: string) => void;
  onClose: () => void;
}

interface Typed {
  name: string;
  user_id?: string;
  scopes: string[];
  ip_allow?: string[];
  expires_at?: Dayjs | null;
  rate_per_minute?: number | null;
}

/** What a key may do, from where and until when. */
export function ApiKeyDrawer({ of: edited, onCreated, onClose }: ApiKeyDrawerProps) {
  const { t } = useTranslation('api_key');
  const [form] = Form.useForm<Typed>();
  const guard = useLeaveGuard(() => form.isFieldsTouched());
  const close = () => void guard.leave(onClose);
  const isWide = useIsWide();
  const toast = useToast();
  const { save } = useSave(apiKey);
  const [isSaving, setSaving] = useState(false);
  const required = [{ required: true, message: t('required') }];
  const submit = async ({ expires_at, user_id, ...typed }: Typed) => {
    setSaving(true);
    // A key is good to the end of its last day.
    const end = expires_at ? fromZone(expires_at.endOf('day')) : null;
    const body = { ...typed, ip_allow: typed.ip_allow ?? [], expires_at: end };
    try {
      if (edited) {
        await save(edited, body);
      } else {
        const made = await callPath<{ secret: string }>('post', '/api-keys', { body: { ...body, user_id } });
        onCreated(made.secret);
      }
      invalidate('/api-keys');
      guard.pass();
      onClose();
    } catch (error) {
      if (!setFieldProblems(form, error)) toast.failed(error);
    } finally {
      setSaving(false);
    }
  };
  const initial = edited && {
    ...edited,
    expires_at: typeof edited.expires_at === 'string' ? dayjs(inZone(edited.expires_at).format('YYYY-MM-DD')) : null,
  };
  return (
    <Drawer
      open
      title={edited ? t('edit_what', { name: String(edited.name) }) : t('create')}
      size={isWide ? 560 : '100%'}
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
      <Form form={form} layout="vertical" initialValues={initial} onFinish={(typed) => void submit(typed)}>
        <Form.Item name="name" label={t('name')} rules={required}>
          <Input autoFocus maxLength={100} />
        </Form.Item>
        {!edited && (
          <Form.Item name="user_id" label={t('user')} extra={t('user_text')}>
            <RemoteSelectInput path="/users" allowClear />
          </Form.Item>
        )}
        <Form.Item name="scopes" label={t('scopes')} extra={t('scopes_text')} rules={required}>
          <ScopeSelect />
        </Form.Item>
        <Form.Item name="ip_allow" label={t('addresses')} extra={t('addresses_text')}>
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', '，', ' ', '\n']} />
        </Form.Item>
        <div className="gx-form-grid">
          <Form.Item name="expires_at" label={t('expires')}>
            <DatePicker style={{ width: '100%' }} disabledDate={(day) => day.isBefore(today().format('YYYY-MM-DD'))} />
          </Form.Item>
          <Form.Item name="rate_per_minute" label={t('rate_label')}>
            <InputNumber min={1} max={60_000} precision={0} style={{ width: '100%' }} />
          </Form.Item>
        </div>
      </Form>
    </Drawer>
  );
}
