import { createFileRoute } from '@tanstack/react-router';
import { role } from '@/features/access/role.resource';
import { RolePage } from '@/features/access/role-page';
import { recordSearch } from '@/lib/record/record-search';
import { startRecord } from '@/lib/resource/start-record';

export const Route = createFileRoute('/_app/roles/$id')({
  staticData: { permission: 'role:read', title: 'role:title' },
  validateSearch: recordSearch,
  loader: ({ params }) => startRecord(role, params.id),
  component: RolePage,
});
