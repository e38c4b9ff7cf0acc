import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Popconfirm, Skeleton } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { StatusTag } from '@/lib/fields/status-tag';
import { listOf } from '@/lib/fields/tags';
import { daysUntil, formatDate, inZone } from '@/lib/format/date';
import { EmptyState, Failure } from '@/lib/list/list-states';
import { useCan } from '@/lib/resource/permissions';
import { pageQuery } from '@/lib/resource/use-rows';
import { useToast } from '@/lib/resource/use-toast';
import './api-keys.css';

const route = getRouteApi('/_app/settings/api-keys');
const ApiKeyDrawer = lazy(() => import('./api-key-drawer').then((it) => ({ default: it.ApiKeyDrawer })));
const SecretDialog = lazy(() => import('@/lib/resource/secret-dialog').then((it) => ({ default: it.SecretDialog })));

/** The keys that programs call with: whose, for what, until when. */
export function ApiKeysPage() {
  const { t } = useTranslation('api_key');
  const can = useCan();
  const { edit } = route.useSearch();
  const navigate = route.useNavigate();
  const [made, setMade] = useState<Row>();
  const found = useQuery(pageQuery('/api-keys', { sort: '-created_at' }, 0));
  const keys = found.data?.items ?? [];
  const open = (id: string | undefined) => void navigate({ search: { edit: id } });
  const edited = keys.find((it) => it.id === edit);
  const create = can('api_key:create') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => open('new')}>
      {t('create')}
    </Button>
  );
  return (
    <main className="gx-page gx-apikeys">
      <header className="gx-page-head">
        <h1>{t('title')}</h1>
        {create}
      </header>
      <p className="gx-faint">{t('text')}</p>
      {found.isPending && <Skeleton active paragraph={{ rows: 5 }} />}
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data && keys.length === 0 && (
        <EmptyState title={t('empty')} text={t('empty_text')}>
          {create}
        </EmptyState>
      )}
      <ul>
        {keys.map((it) => (
          <KeyRow key={it.id} it={it} onEdit={() => open(it.id)} />
        ))}
      </ul>
      <Suspense fallback={null}>
        {(edit === 'new' ? create : edited) && (
          <ApiKeyDrawer key={edit} of={edited} onCreated={setMade} onClose={() => open(undefined)} />
        )}
        {made && (
          <SecretDialog
            title={t('secret')}
            secret={made.secret}
            lost={t('secret_lost')}
            onClose={() => setMade(undefined)}
          />
        )}
      </Suspense>
    </main>
  );
}

function KeyRow({ it, onEdit }: { it: Row; onEdit: () => void }) {
  const { t } = useTranslation('api_key');
  const toast = useToast();
  const name = String(it.name);
  const scopes = listOf(it.scopes);
  const addresses = listOf(it.ip_allow);
  const end = typeof it.expires_at === 'string' ? it.expires_at : undefined;
  const revoke = async () => {
    try {
      await callPath('delete', '/api-keys/{id}', { path: { id: it.id }, ifMatch: it.version });
      invalidate('/api-keys');
      toast.done(t('revoked', { name }));
    } catch (error) {
      toast.failed(error);
    }
  };
  return (
    <li>
      <div>
        <h2>
          {name} <code>…{String(it.hint)}</code> {end && daysUntil(end) < 0 && <StatusTag>{t('expired')}</StatusTag>}
        </h2>
        <p className="gx-faint">
          {[
            String(it.user_name ?? ''),
            t('scopes_count', { count: scopes.length }),
            addresses.length > 0 ? addresses.join(t('common:separator')) : t('any_address'),
            end ? t('until', { date: formatDate(inZone(end).format()) }) : t('forever'),
            t('rate', { count: Number(it.rate_per_minute) }),
          ].join(' · ')}
        </p>
      </div>
      <span>
        {it.allowed_actions.includes('update') && (
          <Button type="text" icon={<EditOutlined />} aria-label={t('edit_what', { name })} onClick={onEdit} />
        )}
        {it.allowed_actions.includes('delete') && (
          <Popconfirm
            title={t('revoke_question', { name })}
            okText={t('revoke')}
            cancelText={t('common:cancel')}
            onConfirm={() => void revoke()}
          >
            <Button type="text" danger icon={<DeleteOutlined />} aria-label={t('revoke_what', { name })} />
          </Popconfirm>
        )}
      </span>
    </li>
  );
}
