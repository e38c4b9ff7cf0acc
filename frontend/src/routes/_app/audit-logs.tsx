import { createFileRoute } from '@tanstack/react-router';
import { AuditPage } from '@/features/platform/audit/audit-page';
import { auditSearch } from '@/features/platform/audit/audit-search';
import { startWords } from '@/lib/resource/start-words';

export const Route = createFileRoute('/_app/audit-logs')({
  staticData: { permission: 'audit_log:read', title: 'audit:title' },
  validateSearch: auditSearch,
  loader: () => startWords('audit'),
  component: AuditPage,
});
