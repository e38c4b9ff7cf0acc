import { BellOutlined } from '@ant-design/icons';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '@/lib/keyboard/use-shortcut';
import { useUnread } from '@/lib/notifications/notifications';

const NotificationCentre = lazy(() =>
  import('./notification-centre').then((it) => ({ default: it.NotificationCentre })),
);

/** How many messages wait, and the way to them. */
export function Bell() {
  const { t } = useTranslation();
  const unread = useUnread();
  const [isOpen, setOpen] = useState(false);
  useShortcut('n', t('bell.title'), () => setOpen(true));
  const words = unread > 0 ? t('bell.unread', { count: unread }) : t('bell.title');
  return (
    <>
      <button
        type="button"
        className="gx-bell"
        aria-label={words}
        title={words}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        <BellOutlined />
        {unread > 0 && <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>}
      </button>
      <span className="gx-visually-hidden" role="status">
        {unread > 0 ? words : ''}
      </span>
      <Suspense fallback={null}>{isOpen && <NotificationCentre onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
