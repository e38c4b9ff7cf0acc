import { SettingOutlined } from '@ant-design/icons';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { MessageList } from '@/lib/notifications/message-list';
import { markRead, useUnread } from '@/lib/notifications/notifications';
import { useToast } from '@/lib/resource/use-toast';
import './notifications-page.css';

const route = getRouteApi('/_app/notifications');

/** Everything one was told. */
export function NotificationsPage() {
  const { t } = useTranslation('notification');
  const toast = useToast();
  const navigate = route.useNavigate();
  const { tab = 'all' } = route.useSearch();
  const unread = useUnread();
  return (
    <section className="gx-page gx-notifications">
      <header className="gx-page-head">
        <h1>{t('title')}</h1>
        <Link to="/notification-preferences" className="gx-notifications-link">
          <SettingOutlined /> {t('preferences')}
        </Link>
      </header>
      <div className="gx-centre-tools">
        <Segmented
          value={tab}
          aria-label={t('which')}
          options={[
            { value: 'all', label: t('tab.all') },
            { value: 'unread', label: t('tab.unread') },
          ]}
          onChange={(next) =>
            void navigate({ search: { tab: next === 'unread' ? 'unread' : undefined }, replace: true })
          }
        />
        <Button disabled={unread === 0} onClick={() => void markRead({ all: true }).catch(toast.failed)}>
          {t('mark_all')}
        </Button>
      </div>
      <MessageList isUnread={tab === 'unread'} />
    </section>
  );
}
