import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { DepartmentsPage } from '@/features/access/departments-page';

const word = z.catch(z.optional(z.string()), undefined);

import { startWords } from '@/lib/resource/start-words';

export const Route = createFileRoute('/_app/departments')({
  staticData: { permission: 'department:read', title: 'department:title' },
  validateSearch: z.object({ edit: word, below: word }),
  loader: () => startWords('department'),
  component: DepartmentsPage,
});
