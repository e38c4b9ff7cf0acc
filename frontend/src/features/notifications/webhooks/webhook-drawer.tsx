import { Alert, Button, Checkbox, Form, Input, Popconfirm, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { formatTime } from '@/lib/format/date';
import { EditDrawer } from '@/lib/record/edit-drawer';
import { useToast } from '@/lib/resource/use-toast';
import { EventSelect } from './event-select';
import { webhook } from './webhook';

interface WebhookDrawerProps {
  of: Row | undefined;
  onMade: (made: { secret: unknown }) => void;
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
export function WebhookDrawer({ of: edited, onMade, onClose }: WebhookDrawerProps) {
  const { t } = useTranslation('webhook');
  const toast = useToast();
  const required = [{ required: true, message: t('required') }];
  const isDead = edited?.status === 'dead';
  const rotate = async () => {
    if (!edited) return;
    try {
      const path = { id: edited.id };
      onMade(await callPath<{ secret: string }>('post', `${webhook.item}/rotate-secret`, { path }));
      invalidate(webhook.list);
    } catch (error) {
      toast.failed(error);
    }
  };
  return (
    <EditDrawer<Typed>
      resource={webhook}
      of={edited}
      title={edited ? t('edit_what', { name: String(edited.name) }) : t('create')}
      initial={{ is_active: true, events: [], ...edited, ...(isDead ? { is_active: false } : {}) }}
      bodyOf={(typed) => (edited ? { ...typed } : { ...typed, allow_private: typed.allow_private ?? false })}
      onClose={onClose}
      onCreated={(made) => {
        onMade({ secret: made.secret });
        onClose();
      }}
    >
      {isDead && (
        <Alert
          type="warning"
          showIcon
          className="gx-webhook-dead"
          title={t('dead', { time: formatTime(edited.dead_at) })}
          description={t('dead_text')}
        />
      )}
      <Form.Item name="name" label={t('name')} rules={required}>
        <Input autoFocus={!edited} maxLength={200} />
      </Form.Item>
      <Form.Item name="url" label={t('url')} rules={required} extra={t('url_text')}>
        <Input inputMode="url" maxLength={2000} placeholder="https://" />
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
    </EditDrawer>
  );
}
