import { createFileRoute } from '@tanstack/react-router';
import { DepartmentsPage } from '@/features/access/departments-page';

export const Route = createFileRoute('/_app/departments')({
  staticData: { permission: 'department:read', title: 'department:title' },
  component: DepartmentsPage,
});
