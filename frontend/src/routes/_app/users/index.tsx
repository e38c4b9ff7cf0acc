import { createFileRoute } from '@tanstack/react-router';
import { user } from '@/features/access/user.resource';
import { UserListPage } from '@/features/access/user-list-page';
import { listSearch } from '@/lib/list/list-search';
import { startList } from '@/lib/resource/start-list';

export const Route = createFileRoute('/_app/users/')({
  staticData: { permission: 'user:read', title: 'user:title' },
  validateSearch: listSearch,
  loaderDeps: ({ search }) => ({ search }),
  loader: ({ deps }) => startList(user, deps.search),
  component: UserListPage,
});
