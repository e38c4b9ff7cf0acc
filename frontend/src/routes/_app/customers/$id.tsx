import { createFileRoute } from '@tanstack/react-router';
import { customer } from '@/features/customers/customer.resource';
import { CustomerDetailPage } from '@/features/customers/customer-detail-page';
import { recordSearch } from '@/lib/record/record-search';
import { startRecord } from '@/lib/resource/start-record';

export const Route = createFileRoute('/_app/customers/$id')({
  staticData: { permission: 'customer:read', title: 'customer:title' },
  validateSearch: recordSearch,
  loader: ({ params }) => startRecord(customer, params.id, 'visit', 'follow_up_plan', 'contact', 'customer_knowledge'),
  component: CustomerDetailPage,
});
