import { DeleteOutlined, EditOutlined, LinkOutlined, PlusOutlined, SendOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Popconfirm, Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { isProblem } from '@/lib/api/problem';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { StatusTag } from '@/lib/fields/status-tag';
import { EmptyState, Failure } from '@/lib/list/list-states';
import { useCan } from '@/lib/resource/permissions';
import { allQuery } from '@/lib/resource/use-rows';
import { useToast } from '@/lib/resource/use-toast';
import { useChannelWords } from '../channel-words';
import { CHANNELS } from '../rules/rule';
import { notificationChannel, robotAddress } from './channel';
import './channels.css';

const route = getRouteApi('/_app/settings/notification-channels');
const ChannelDrawer = lazy(() => import('./channel-drawer').then((it) => ({ default: it.ChannelDrawer })));
const AddressDrawer = lazy(() => import('./address-drawer').then((it) => ({ default: it.AddressDrawer })));

/** By which ways messages leave the product, and as whose. */
export function ChannelsPage() {
  const { t } = useTranslation('notification_channel');
  const can = useCan();
  const { edit, address } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useQuery(allQuery(notificationChannel.list));
  const rows = found.data?.items ?? [];
  const inOrder = rows.toSorted((a, b) => CHANNELS.indexOf(String(a.channel)) - CHANNELS.indexOf(String(b.channel)));
  const free = CHANNELS.filter((channel) => rows.every((row) => row.channel !== channel));
  const open = (id: string | undefined) => void navigate({ search: { edit: id } });
  const openAddress = (id: string) => void navigate({ search: { address: id } });
  const edited = rows.find((row) => row.id === edit);
  const addressed = rows.find((row) => row.id === address);
  const create = found.data && free.length > 0 && can('notification_channel:create') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => open('new')}>
      {t('create')}
    </Button>
  );
  return (
    <section className="gx-page gx-notice-rules">
      <header className="gx-page-head">
        <h1>{t('title')}</h1>
        {create}
      </header>
      <p className="gx-faint">{t('text')}</p>
      {found.isPending && <Skeleton active paragraph={{ rows: 5 }} />}
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data && rows.length === 0 && (
        <EmptyState title={t('empty')} text={t('empty_text')}>
          {create}
        </EmptyState>
      )}
      <ul>
        {inOrder.map((it) => (
          <ChannelRow key={it.id} it={it} onEdit={() => open(it.id)} onAddress={() => openAddress(it.id)} />
        ))}
      </ul>
      <Suspense fallback={null}>
        {(edit === 'new' ? create : edited) && (
          <ChannelDrawer
            key={edit}
            of={edited}
            free={free}
            onCreated={(made) => (robotAddress(made.channel) ? openAddress(made.id) : open(undefined))}
            onClose={() => open(undefined)}
          />
        )}
        {addressed && <AddressDrawer key={address} of={addressed} onClose={() => open(undefined)} />}
      </Suspense>
    </section>
  );
}

function ChannelRow({ it, onEdit, onAddress }: { it: Row; onEdit: () => void; onAddress: () => void }) {
  const { t } = useTranslation('notification_channel');
  const toast = useToast();
  const name = useChannelWords()(it.channel);
  const can = new Set(it.allowed_actions);
  const isRobot = robotAddress(it.channel) !== undefined;
  const facts = [
    isRobot && String(it.host ?? t('silent')),
    it.sender && t('sender_is', { name: it.sender }),
    it.reply_to && t('reply_to_is', { address: it.reply_to }),
    typeof it.daily_limit === 'number' ? t('limit', { count: it.daily_limit }) : t('no_limit'),
  ];
  const test = async () => {
    try {
      await callPath('post', `${notificationChannel.item}/test`, { path: { id: it.id } });
      toast.done(t('tested', { name }));
    } catch (error) {
      const [missing] = isProblem(error, 422) ? error.errors : [];
      if (missing) toast.refused(t(missing.pointer === '/mobile' ? 'no_mobile' : 'no_email'));
      else toast.failed(error);
    }
  };
  const remove = async () => {
    try {
      await callPath('delete', notificationChannel.item, { path: { id: it.id }, ifMatch: it.version });
      invalidate(notificationChannel.list);
      toast.done(t('removed', { name }));
    } catch (error) {
      toast.failed(error);
    }
  };
  return (
    <li>
      <div>
        <h2>
          {name} {isRobot && !it.host && <StatusTag color="gold">{t('no_address')}</StatusTag>}
        </h2>
        <p className="gx-faint">{facts.filter(Boolean).join(' · ')}</p>
      </div>
      <span className="gx-channel-tools">
        {can.has('test') && (!isRobot || Boolean(it.host)) && (
          <Button
            type="text"
            icon={<SendOutlined />}
            title={t('test')}
            aria-label={t('test_what', { name })}
            onClick={() => void test()}
          />
        )}
        {can.has('address') && isRobot && (
          <Button
            type="text"
            icon={<LinkOutlined />}
            title={t('address')}
            aria-label={t('address_of', { name })}
            onClick={onAddress}
          />
        )}
        {can.has('update') && (
          <Button type="text" icon={<EditOutlined />} aria-label={t('edit_what', { name })} onClick={onEdit} />
        )}
        {can.has('delete') && (
          <Popconfirm
            title={t('remove_question', { name })}
            description={t(isRobot ? 'remove_robot' : 'remove_other')}
            okText={t('common:delete')}
            cancelText={t('common:cancel')}
            onConfirm={() => void remove()}
          >
            <Button type="text" danger icon={<DeleteOutlined />} aria-label={t('remove_what', { name })} />
          </Popconfirm>
        )}
      </span>
    </li>
  );
}
