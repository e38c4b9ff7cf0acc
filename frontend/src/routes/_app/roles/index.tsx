import { createFileRoute } from '@tanstack/react-router';
import { RoleListPage } from '@/features/access/role-list-page';

export const Route = createFileRoute('/_app/roles/')({
  staticData: { permission: 'role:read', title: 'role:title' },
  component: RoleListPage,
});
