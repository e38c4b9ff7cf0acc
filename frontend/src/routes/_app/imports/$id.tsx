import { createFileRoute } from '@tanstack/react-router';
import { ImportPage } from '@/features/platform/imports/import-page';
import { startWords } from '@/lib/resource/start-words';

export const Route = createFileRoute('/_app/imports/$id')({
  staticData: { title: 'import:title' },
  loader: () => startWords('import'),
  component: ImportPage,
});
