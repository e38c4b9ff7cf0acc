import { createRouter } from '@tanstack/react-router';
import { routeTree } from '@/routeTree.gen';
import { Crash } from './errors/crash';
import { NotFound } from './errors/not-found';

export function makeRouter() {
  return createRouter({
    routeTree,
    defaultPreload: 'intent',
    // The query cache decides how old is too old.
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: Crash,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: false,
  });
}

export type AppRouter = ReturnType<typeof makeRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
  interface StaticDataRouteOption {
    /** What one must be allowed to see the page at all. */
    permission?: string;
    /** Key of the window's title. */
    title?: string;
  }
}
