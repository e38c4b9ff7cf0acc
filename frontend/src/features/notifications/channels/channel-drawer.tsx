import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/lib/api/schema-types';
import { EditDrawer } from '@/lib/record/edit-drawer';
import { useChannelWords } from '../channel-words';
import { notificationChannel, robotAddress } from './channel';

interface ChannelDrawerProps {
  of: Row | undefined;
  /** Those that are not set up yet. */
  free: string[];
  onCreated: (made: Row) => void;
  onClose: () => void;
}

interface Typed {
  channel?: string;
  sender?: string | null;
  reply_to?: string | null;
  daily_limit?: number | null;
}

/** What the organisation says of one channel; a robot's address has a drawer of its own. */
export function ChannelDrawer({ of: edited, free, onCreated, onClose }: ChannelDrawerProps) {
  const { t } = useTranslation('notification_channel');
  const channelWords = useChannelWords();
  const [form] = Form.useForm<Typed>();
  const typed = Form.useWatch('channel', form);
  const channel = edited ? edited.channel : typed;
  return (
    <EditDrawer<Typed>
      resource={notificationChannel}
      of={edited}
      form={form}
      title={edited ? t('edit_what', { name: channelWords(channel) }) : t('create')}
      width={480}
      initial={edited}
      bodyOf={({ sender, reply_to, ...rest }) => ({
        ...rest,
        ...(channel === 'email' ? { sender: sender || null, reply_to: reply_to || null } : {}),
      })}
      unique="channel"
      onCreated={onCreated}
      onClose={onClose}
    >
      {!edited && (
        <Form.Item
          name="channel"
          label={t('channel')}
          rules={[{ required: true, message: t('required') }]}
          extra={robotAddress(channel) ? t('address_next') : undefined}
        >
          <Select autoFocus options={free.map((value) => ({ value, label: channelWords(value) }))} />
        </Form.Item>
      )}
      {channel === 'email' && (
        <>
          <Form.Item name="sender" label={t('sender')} extra={t('sender_text')}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="reply_to" label={t('reply_to')} extra={t('reply_to_text')}>
            <Input inputMode="email" maxLength={200} />
          </Form.Item>
        </>
      )}
      <Form.Item name="daily_limit" label={t('daily_limit')} extra={t('daily_limit_text')}>
        <InputNumber min={0} max={1_000_000} precision={0} placeholder={t('unlimited')} style={{ width: '100%' }} />
      </Form.Item>
    </EditDrawer>
  );
}
