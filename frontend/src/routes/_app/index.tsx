import { createFileRoute } from '@tanstack/react-router';
import { HomePage } from '@/app/home/home-page';

export const Route = createFileRoute('/_app/')({
  staticData: { title: 'nav.home' },
  component: HomePage,
});
