import { createFileRoute } from '@tanstack/react-router';
import { TodayPage } from '@/features/activities/today/today-page';
import { startWords } from '@/lib/resource/start-words';

export const Route = createFileRoute('/_app/')({
  staticData: { title: 'nav.home' },
  loader: () => startWords('todo'),
  component: TodayPage,
});
