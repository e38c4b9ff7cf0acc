import { SettingOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button, Drawer, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsWide } from '@/lib/format/use-media';
import { MessageList } from '@/lib/notifications/message-list';
import { markRead, useUnread } from '@/lib/notifications/notifications';
import { useToast } from '@/lib/resource/use-toast';

/** What one was told, beside whatever one does. */
export function NotificationCentre({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('notification');
  const toast = useToast();
  const navigate = useNavigate();
  const isWide = useIsWide();
  const unread = useUnread();
  const [tab, setTab] = useState<'unread' | 'all'>('unread');
  const go = (to: string) => {
    onClose();
    void navigate({ to });
  };
  return (
    <Drawer
      open
      title={t('title')}
      size={isWide ? 420 : '100%'}
      onClose={onClose}
      extra={
        <Button
          type="text"
          icon={<SettingOutlined />}
          aria-label={t('preferences')}
          title={t('preferences')}
          onClick={() => go('/notification-preferences')}
        />
      }
      footer={
        <Button block onClick={() => go('/notifications')}>
          {t('see_all')}
        </Button>
      }
    >
      <div className="gx-centre-tools">
        <Segmented
          value={tab}
          aria-label={t('which')}
          options={[
            { value: 'unread', label: t('tab.unread') },
            { value: 'all', label: t('tab.all') },
          ]}
          onChange={setTab}
        />
        <Button disabled={unread === 0} onClick={() => void markRead({ all: true }).catch(toast.failed)}>
          {t('mark_all')}
        </Button>
      </div>
      <MessageList isUnread={tab === 'unread'} onLeave={onClose} />
    </Drawer>
  );
}
