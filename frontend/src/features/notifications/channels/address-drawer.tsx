import { Alert, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import type { Row } from '@/lib/api/schema-types';
import { EditDrawer } from '@/lib/record/edit-drawer';
import { useChannelWords } from '../channel-words';
import { isSigned, notificationChannel, robotAddress } from './channel';

interface Typed {
  url: string;
  secret?: string;
}

/** Where the robot of a group is. What was said before is not shown: it holds a key. */
export function AddressDrawer({ of: it, onClose }: { of: Row; onClose: () => void }) {
  const { t } = useTranslation('notification_channel');
  const channelWords = useChannelWords();
  const send = (body: Record<string, unknown>) =>
    callPath('post', `${notificationChannel.item}/address`, { path: { id: it.id }, body });
  return (
    <EditDrawer<Typed>
      resource={notificationChannel}
      of={it}
      title={t('address_of', { name: channelWords(it.channel) })}
      width={480}
      bodyOf={({ url, secret }) => ({ url: url.trim(), secret: secret?.trim() || null })}
      send={send}
      onClose={onClose}
    >
      <Alert
        type="info"
        showIcon
        className="gx-channel-once"
        title={t('once')}
        description={it.host ? t('replaces', { host: it.host }) : undefined}
      />
      <Form.Item
        name="url"
        label={t('url')}
        rules={[{ required: true, message: t('required') }]}
        extra={t('url_text', { name: channelWords(it.channel) })}
      >
        <Input autoFocus inputMode="url" autoComplete="off" maxLength={2000} placeholder={robotAddress(it.channel)} />
      </Form.Item>
      {isSigned(it.channel) && (
        <Form.Item name="secret" label={t('secret')} extra={t('secret_text')}>
          <Input autoComplete="off" maxLength={200} />
        </Form.Item>
      )}
    </EditDrawer>
  );
}
