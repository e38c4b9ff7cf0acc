import { getRouteApi } from '@tanstack/react-router';
import { Alert, Button, Skeleton, Space } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordHeader } from '@/lib/record/record-header';
import { RecordPage } from '@/lib/record/record-page';
import { RecordTabs, Tab } from '@/lib/record/record-tabs';
import { Timeline } from '@/lib/record/timeline';
import { useLeaveGuard } from '@/lib/record/use-leave-guard';
import { useRecord } from '@/lib/resource/use-record';
import { useToast } from '@/lib/resource/use-toast';
import { role } from './role.resource';
import type { FieldRule, Grant } from './role-rights';
import './access.css';

const FieldRights = lazy(() => import('./field-rights').then((it) => ({ default: it.FieldRights })));
const PermissionMatrix = lazy(() => import('./permission-matrix').then((it) => ({ default: it.PermissionMatrix })));
const route = getRouteApi('/_app/roles/$id');

interface Draft {
  grants: Grant[];
  fields: FieldRule[];
}

/** What a role may do: changed as a whole, saved once. */
export function RolePage() {
  const { t } = useTranslation('role');
  const record = useRecord(role, route.useParams().id);
  const [draft, setDraft] = useState<Draft>();
  const toast = useToast();
  // Its tabs are sections of one form.
  useLeaveGuard((isSamePage) => draft !== undefined && !isSamePage);
  const { data, allowed } = record;
  const stored: Draft = { grants: (data?.grants ?? []) as Grant[], fields: (data?.fields ?? []) as FieldRule[] };
  const shown = draft ?? stored;
  const isAdmin = data?.code === 'admin';
  const isReadOnly = isAdmin || !allowed.has('update');
  const save = async () => {
    try {
      await record.save({ ...shown });
      setDraft(undefined);
    } catch (error) {
      toast.failed(error);
    }
  };
  return (
    <RecordPage record={record}>
      <RecordHeader record={record} facts={['code', 'system', 'user_count', 'updated_at']}>
        {draft && (
          <Space>
            <Button onClick={() => setDraft(undefined)}>{t('reset')}</Button>
            <Button type="primary" loading={record.isSaving} onClick={() => void save()}>
              {t('common:save')}
            </Button>
          </Space>
        )}
      </RecordHeader>
      {isAdmin && <Alert type="info" showIcon title={t('admin_may_all')} />}
      <Suspense fallback={<Skeleton active paragraph={{ rows: 10 }} />}>
        <RecordTabs>
          <Tab id="permissions" label={t('permissions')}>
            <PermissionMatrix
              grants={shown.grants}
              isReadOnly={isReadOnly}
              onChange={(grants) => setDraft({ ...shown, grants })}
            />
          </Tab>
          <Tab id="fields" label={t('fields')}>
            <FieldRights
              rules={shown.fields}
              isReadOnly={isReadOnly}
              onChange={(fields) => setDraft({ ...shown, fields })}
            />
          </Tab>
          <Tab id="history" label={t('history')}>
            <Timeline of={record} path="history" />
          </Tab>
        </RecordTabs>
      </Suspense>
    </RecordPage>
  );
}
