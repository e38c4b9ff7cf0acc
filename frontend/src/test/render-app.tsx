import { createMemoryHistory, createRouter } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import { Providers } from '@/app/providers';
import type { AppRouter } from '@/app/router';
import { routeTree } from '@/routeTree.gen';

const words = import.meta.glob<{ default: Record<string, unknown> }>('../locales/zh-CN/*.json', { eager: true });

/** The whole app at an address: real routes, frame, cache and words; only the server is made up. */
export async function renderApp(address: string): Promise<AppRouter> {
  if (!i18n.isInitialized) {
    const files = Object.entries(words).map(([path, file]) => [
      path.split('/').at(-1)?.replace('.json', ''),
      file.default,
    ]);
    await i18n.use(initReactI18next).init({
      lng: 'zh-CN',
      defaultNS: 'common',
      resources: { 'zh-CN': Object.fromEntries(files) },
      interpolation: { escapeValue: false },
    });
  }
  const router = createRouter({ routeTree, history: createMemoryHistory({ initialEntries: [address] }) }) as AppRouter;
  // Pages come in pieces; two busy cores need more time for them than a test waits for words.
  await router.load();
  render(<Providers router={router} />);
  return router;
}
