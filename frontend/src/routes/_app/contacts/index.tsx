import { createFileRoute } from '@tanstack/react-router';
import { contact } from '@/features/customers/contact.resource';
import { ContactListPage } from '@/features/customers/contact-list-page';
import { listSearch } from '@/lib/list/list-search';
import { startList } from '@/lib/resource/start-list';

export const Route = createFileRoute('/_app/contacts/')({
  staticData: { permission: 'contact:read', title: 'contact:title' },
  validateSearch: listSearch,
  loaderDeps: ({ search }) => ({ search }),
  loader: ({ deps }) => startList(contact, deps.search),
  component: ContactListPage,
});
