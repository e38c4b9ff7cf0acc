import { createFileRoute } from '@tanstack/react-router';
import { customer } from '@/features/customers/customer.resource';
import { MyCustomersPage } from '@/features/customers/customer-list-page';
import { MY_CUSTOMERS } from '@/features/customers/customer-lists';
import { listSearch } from '@/lib/list/list-search';
import { startList } from '@/lib/resource/start-list';

export const Route = createFileRoute('/_app/customers/mine')({
  staticData: { permission: 'customer:read', title: 'customer:mine' },
  validateSearch: listSearch,
  loaderDeps: ({ search }) => ({ search }),
  loader: ({ deps }) => startList(customer, deps.search, MY_CUSTOMERS),
  component: MyCustomersPage,
});
