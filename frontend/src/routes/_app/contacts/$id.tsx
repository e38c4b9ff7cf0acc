import { createFileRoute } from '@tanstack/react-router';
import { contact } from '@/features/customers/contact.resource';
import { ContactDetailPage } from '@/features/customers/contact-detail-page';
import { recordSearch } from '@/lib/record/record-search';
import { startRecord } from '@/lib/resource/start-record';

export const Route = createFileRoute('/_app/contacts/$id')({
  staticData: { permission: 'contact:read', title: 'contact:title' },
  validateSearch: recordSearch,
  loader: ({ params }) => startRecord(contact, params.id),
  component: ContactDetailPage,
});
