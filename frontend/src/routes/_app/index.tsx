import { createFileRoute } from '@tanstack/react-router';
import { TodayPage } from '@/features/activities/today/today-page';

export const Route = createFileRoute('/_app/')({
  staticData: { title: 'nav.home' },
  component: TodayPage,
});
