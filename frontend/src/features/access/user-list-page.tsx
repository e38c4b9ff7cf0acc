import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { FilterBar } from '@/lib/list/filter-bar';
import { ListBody } from '@/lib/list/list-body';
import { CreateButton, ListPage } from '@/lib/list/list-page';
import { ViewTabs } from '@/lib/list/view-tabs';
import { Can, useCan } from '@/lib/resource/permissions';
import { useResourceList } from '@/lib/resource/use-resource-list';
import { user } from './user.resource';

const UserForm = lazy(() => import('./user-form').then((it) => ({ default: it.UserForm })));
const route = getRouteApi('/_app/users/');

export function UserListPage() {
  const can = useCan();
  const list = useResourceList(user, route.useSearch(), route.useNavigate());
  return (
    <ListPage
      list={list}
      create={
        <Can do="user:create">
          <CreateButton list={list} />
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
