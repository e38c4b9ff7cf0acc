import { createFileRoute } from '@tanstack/react-router';
import { customer } from '@/features/customers/customer.resource';
import { IN_THE_SEA } from '@/features/customers/customer-lists';
import { PublicSeaPage } from '@/features/customers/public-sea-page';
import { listSearch } from '@/lib/list/list-search';
import { startList } from '@/lib/resource/start-list';

export const Route = createFileRoute('/_app/customers/sea')({
  staticData: { permission: 'customer:read', title: 'customer:sea' },
  validateSearch: listSearch,
  loaderDeps: ({ search }) => ({ search }),
  loader: ({ deps }) => startList(customer, deps.search, IN_THE_SEA),
  component: PublicSeaPage,
});
