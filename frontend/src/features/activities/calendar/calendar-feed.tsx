import { ShareAltOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Popover, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '@/lib/api/client';
import { invalidate, query } from '@/lib/api/query';
import { formatTime } from '@/lib/format/date';
import { useToast } from '@/lib/resource/use-toast';

/** The secret address under which a phone or Outlook shows one's calendar. */
export function CalendarFeed() {
  const { t } = useTranslation('calendar_event');
  return (
    <Popover trigger="click" placement="bottomRight" destroyOnHidden title={t('feed.title')} content={<Feed />}>
      <Button icon={<ShareAltOutlined />}>{t('feed.open')}</Button>
    </Popover>
  );
}

function Feed() {
  const { t } = useTranslation('calendar_event');
  const toast = useToast();
  const found = useQuery(query('/me/calendar-feed'));
  const [address, setAddress] = useState('');
  const since = found.data?.since;
  const change = async (isOpening: boolean) => {
    try {
      const made = isOpening ? await call('post', '/me/calendar-feed') : await call('delete', '/me/calendar-feed');
      setAddress(made?.path ? window.location.origin + made.path : '');
      invalidate('/me/calendar-feed');
    } catch (error) {
      toast.failed(error);
    }
  };
  return (
    <div className="gx-feed">
      <p className="gx-faint">{t('feed.text')}</p>
      {address && (
        <>
          <Typography.Paragraph code copyable>
            {address}
          </Typography.Paragraph>
          <p className="gx-faint">{t('feed.once')}</p>
        </>
      )}
      {since && !address && <p>{t('feed.since', { time: formatTime(since) })}</p>}
      <Button type="primary" onClick={() => void change(true)}>
        {since ? t('feed.renew') : t('feed.make')}
      </Button>
      {since && (
        <Button danger onClick={() => void change(false)}>
          {t('feed.close')}
        </Button>
      )}
    </div>
  );
}
