import { Button, Checkbox, Drawer, Form, Input, Popconfirm, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { useIsWide } from '@/lib/format/use-media';
import { useLeaveGuard } from '@/lib/record/use-leave-guard';
import { setFieldProblems } from '@/lib/resource/form-problems';
import { useSave } from '@/lib/resource/use-save';
import { useToast } from '@/lib/resource/use-toast';
import { EventSelect } from './event-select';
import { webhook } from './webhook';
import '@/lib/record/record.css';

interface WebhookDrawerProps {
  of: Row | undefined;
  onSecret: (secret: string) => void;
  onClose: () => void;
}

interface Typed {
  name: string;
  url: string;
  events: string[];
  is_active: boolean;
  allow_private?: boolean;
}

/** Where to, of what. */
export function WebhookDrawer({ of: edited, onSecret, onClose }: WebhookDrawerProps) {
  const { t } = useTranslation('webhook');
  const [form] = Form.useForm<Typed>();
  const toast = useToast();
  const isWide = useIsWide();
  const { save } = useSave(webhook);
  const [isSaving, setSaving] = useState(false);
  const guard = useLeaveGuard(() => form.isFieldsTouched());
  const close = () => void guard.leave(onClose);
  const required = [{ required: true, message: t('required') }];
  const submit = async (typed: Typed) => {
    setSaving(true);
    try {
      if (edited) {
        await save(edited, { ...typed });
      } else {
        const body = { ...typed, allow_private: typed.allow_private ?? false };
        onSecret((await callPath<{ secret: string }>('post', webhook.list, { body })).secret);
      }
      invalidate(webhook.list);
      guard.pass();
      onClose();
    } catch (error) {
      if (!setFieldProblems(form, error)) toast.failed(error);
    } finally {
      setSaving(false);
    }
  };
  const rotate = async () => {
    if (!edited) return;
    try {
      const path = { id: edited.id };
      onSecret((await callPath<{ secret: string }>('post', `${webhook.item}/rotate-secret`, { path })).secret);
      invalidate(webhook.list);
    } catch (error) {
      toast.failed(error);
    }
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
      <Form
        form={form}
        name="webhook"
        layout="vertical"
        initialValues={edited ?? { is_active: true, events: [] }}
        onFinish={(typed) => void submit(typed)}
      >
        <Form.Item name="name" label={t('name')} rules={required}>
          <Input autoFocus={!edited} maxLength={200} />
        </Form.Item>
        <Form.Item name="url" label={t('url')} rules={required} extra={t('url_text')}>
          <Input inputMode="url" maxLength={500} placeholder="https://" />
        </Form.Item>
        <Form.Item name="events" label={t('events')} rules={required}>
          <EventSelect />
        </Form.Item>
        <Form.Item name="is_active" label={t('active')} valuePropName="checked" extra={t('active_text')}>
          <Switch />
        </Form.Item>
        {!edited && (
          <Form.Item name="allow_private" valuePropName="checked" extra={t('private_text')}>
            <Checkbox>{t('private')}</Checkbox>
          </Form.Item>
        )}
        {edited?.allowed_actions.includes('rotate-secret') && (
          <Form.Item label={t('secret')} extra={t('secret_text')}>
            <Popconfirm
              title={t('rotate_question')}
              okText={t('rotate')}
              cancelText={t('common:cancel')}
              onConfirm={() => void rotate()}
            >
              <Button>{t('rotate')}</Button>
            </Popconfirm>
          </Form.Item>
        )}
      </Form>
    </Drawer>
  );
}
