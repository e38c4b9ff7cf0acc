import { createFileRoute } from '@tanstack/react-router';
import { ImportPage } from '@/features/platform/imports/import-page';

export const Route = createFileRoute('/_app/imports/$id')({
  staticData: { title: 'import:title' },
  component: ImportPage,
});
