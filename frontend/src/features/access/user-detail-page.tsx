import { EditOutlined } from '@ant-design/icons';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldPanel } from '@/lib/record/field-panel';
import { RecordActions } from '@/lib/record/record-actions';
import { RecordHeader } from '@/lib/record/record-header';
import { RecordPage } from '@/lib/record/record-page';
import { RecordColumns, RecordSide, RecordTabs, Tab } from '@/lib/record/record-tabs';
import { Timeline } from '@/lib/record/timeline';
import { useRecord } from '@/lib/resource/use-record';
import { user } from './user.resource';

const UserForm = lazy(() => import('./user-form').then((it) => ({ default: it.UserForm })));
const route = getRouteApi('/_app/users/$id');

const SHOWN = [
  'no',
  'login',
  'mobile',
  'email',
  'department_id',
  'role_names',
  'superior_id',
  'status',
  'locale',
  'timezone',
  'last_login_at',
  'created_at',
];

export function UserDetailPage() {
  const { t } = useTranslation('user');
  const record = useRecord(user, route.useParams().id);
  const navigate = route.useNavigate();
  const { edit } = route.useSearch();
  const setEdit = (next: true | undefined) => void navigate({ search: (old) => ({ ...old, edit: next }) });
  const { data, allowed } = record;
  return (
    <RecordPage record={record}>
      <RecordHeader record={record} facts={['status', 'department_id', 'role_names', 'superior_id', 'last_login_at']}>
        {allowed.has('update') && (
          <Button type="primary" icon={<EditOutlined />} onClick={() => setEdit(true)}>
            {t('edit')}
          </Button>
        )}
        <RecordActions of={record} />
      </RecordHeader>
      <RecordColumns>
        <RecordTabs>
          <Tab id="history" label={t('tab.history')}>
            <Timeline of={record} path="history" />
          </Tab>
        </RecordTabs>
        <RecordSide>
          <FieldPanel record={record} fields={SHOWN} />
        </RecordSide>
      </RecordColumns>
      {edit && data && allowed.has('update') && (
        <Suspense fallback={null}>
          <UserForm of={data} onClose={() => setEdit(undefined)} />
        </Suspense>
      )}
    </RecordPage>
  );
}
