import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { SettingsPage } from '@/features/platform/settings/settings-page';

const word = z.catch(z.optional(z.string()), undefined);

import { startWords } from '@/lib/resource/start-words';

export const Route = createFileRoute('/_app/settings/')({
  staticData: { permission: 'setting:read', title: 'setting:title' },
  validateSearch: z.object({ area: word, q: word }),
  loader: () => startWords('setting'),
  component: SettingsPage,
});
