import { createFileRoute } from '@tanstack/react-router';
import { user } from '@/features/access/user.resource';
import { UserDetailPage } from '@/features/access/user-detail-page';
import { recordSearch } from '@/lib/record/record-search';
import { startRecord } from '@/lib/resource/start-record';

export const Route = createFileRoute('/_app/users/$id')({
  staticData: { permission: 'user:read', title: 'user:title' },
  validateSearch: recordSearch,
  loader: ({ params }) => startRecord(user, params.id),
  component: UserDetailPage,
});
