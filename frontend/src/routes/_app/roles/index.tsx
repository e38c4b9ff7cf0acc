import { createFileRoute } from '@tanstack/react-router';
import { RoleListPage } from '@/features/access/role-list-page';
import { startWords } from '@/lib/resource/start-words';

export const Route = createFileRoute('/_app/roles/')({
  staticData: { permission: 'role:read', title: 'role:title' },
  loader: () => startWords('role'),
  component: RoleListPage,
});
