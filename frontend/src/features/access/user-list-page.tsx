import { PlusOutlined } from '@ant-design/icons';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterBar } from '@/lib/list/filter-bar';
import { ListBody } from '@/lib/list/list-body';
import { ListPage } from '@/lib/list/list-page';
import { ViewTabs } from '@/lib/list/view-tabs';
import { Can, useCan } from '@/lib/resource/permissions';
import { useResourceList } from '@/lib/resource/use-resource-list';
import { user } from './user.resource';

const UserForm = lazy(() => import('./user-form').then((it) => ({ default: it.UserForm })));
const route = getRouteApi('/_app/users/');

export function UserListPage() {
  const { t } = useTranslation('user');
  const can = useCan();
  const list = useResourceList(user, route.useSearch(), route.useNavigate());
  return (
    <ListPage
      list={list}
      create={
        <Can do="user:create">
          <Button type="primary" icon={<PlusOutlined />} onClick={() => list.change({ create: true })}>
            {t('create')}
          </Button>
        </Can>
      }
    >
      <ViewTabs list={list} />
      <FilterBar list={list} quick={['status', 'department_id']} />
      <ListBody list={list} />
      {list.search.create && can('user:create') && (
        <Suspense fallback={null}>
          <UserForm onClose={() => list.change({ create: undefined })} />
        </Suspense>
      )}
    </ListPage>
  );
}
