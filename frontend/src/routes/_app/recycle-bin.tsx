import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { RecycleBinPage } from '@/features/platform/recycle-bin/recycle-bin-page';
import { startWords } from '@/lib/resource/start-words';

export const Route = createFileRoute('/_app/recycle-bin')({
  staticData: { permission: 'recycle_bin:read', title: 'recycle_bin:title' },
  validateSearch: z.object({ resource: z.catch(z.optional(z.string()), undefined) }),
  loader: () => startWords('recycle_bin'),
  component: RecycleBinPage,
});
