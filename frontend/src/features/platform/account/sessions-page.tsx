import { DesktopOutlined, MobileOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { call } from '@/lib/api/client';
import { invalidate, query } from '@/lib/api/query';
import type { AnswerOf } from '@/lib/api/schema-types';
import { StatusTag } from '@/lib/fields/status-tag';
import { formatFullTime, formatTime } from '@/lib/format/date';
import { Failure } from '@/lib/list/list-states';
import { useToast } from '@/lib/resource/use-toast';
import { deviceOf } from './device';
import './account.css';

type Session = AnswerOf<'/auth/sessions', 'get'>['items'][number];

/** Where I am signed in, each to be ended. */
export function SessionsPage() {
  const { t } = useTranslation('account');
  const toast = useToast();
  const found = useQuery(query('/auth/sessions'));
  const sessions = found.data?.items ?? [];
  const others = sessions.filter((it) => !it.current);
  const end = async (those: Session[]) => {
    try {
      for (const { id } of those) await call('delete', '/auth/sessions/{id}', { path: { id } });
      toast.done(t('ended', { count: those.length }));
    } catch (error) {
      toast.failed(error);
    } finally {
      invalidate('/auth/sessions');
    }
  };
  return (
    <main className="gx-page gx-sessions">
      <header className="gx-page-head">
        <h1>{t('sessions')}</h1>
        {others.length > 1 && (
          <Button danger onClick={() => void end(others)}>
            {t('end_others')}
          </Button>
        )}
      </header>
      <p className="gx-faint">{t('sessions_text')}</p>
      {found.isPending && <Skeleton active paragraph={{ rows: 4 }} />}
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      <ul>
        {sessions.map((it) => (
          <SessionRow key={it.id} it={it} onEnd={() => void end([it])} />
        ))}
      </ul>
    </main>
  );
}

function SessionRow({ it, onEnd }: { it: Session; onEnd: () => void }) {
  const { t } = useTranslation('account');
  const device = deviceOf(it.user_agent);
  const name = [device.browser, device.system].filter(Boolean).join(' · ') || t('unknown_device');
  return (
    <li>
      <span className="gx-session-icon" aria-hidden="true">
        {device.isPhone ? <MobileOutlined /> : <DesktopOutlined />}
      </span>
      <span>
        <b>{name}</b> {it.current && <StatusTag color="green">{t('current')}</StatusTag>}
        <p className="gx-faint">
          {[it.ip, t('since', { time: formatTime(it.created_at) })].filter(Boolean).join(' · ')}
          {' · '}
          <span title={formatFullTime(it.last_seen_at)}>{t('seen', { time: formatTime(it.last_seen_at) })}</span>
        </p>
      </span>
      {!it.current && (
        <Button onClick={onEnd} aria-label={t('end_what', { name })}>
          {t('end')}
        </Button>
      )}
    </li>
  );
}
