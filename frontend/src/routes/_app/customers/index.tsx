import { createFileRoute } from '@tanstack/react-router';
import { customer } from '@/features/customers/customer.resource';
import { CustomerListPage } from '@/features/customers/customer-list-page';
import { listSearch } from '@/lib/list/list-search';
import { startList } from '@/lib/resource/start-list';

export const Route = createFileRoute('/_app/customers/')({
  staticData: { permission: 'customer:read', title: 'customer:title' },
  validateSearch: listSearch,
  loaderDeps: ({ search }) => ({ search }),
  loader: ({ deps }) => startList(customer, deps.search),
  component: CustomerListPage,
});
