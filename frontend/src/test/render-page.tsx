import { QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import { App, ConfigProvider } from 'antd';
import i18n from 'i18next';
import { type ReactNode, Suspense } from 'react';
import { initReactI18next } from 'react-i18next';
import { setAccessToken } from '@/lib/api/client';
import { queryClient } from '@/lib/api/query';
import { sessionQuery } from '@/lib/api/session';
import { listSearch } from '@/lib/list/list-search';
import { recordSearch } from '@/lib/record/record-search';
import { ActionDialog } from '@/lib/resource/action-dialog';
import { ConflictDialog } from '@/lib/resource/conflict-dialog';
import common from '@/locales/zh-CN/common.json';

/** Draws one page on the real cache, router and words, as the app does; signed in. */
export async function renderPage(Page: () => ReactNode, address = '/leads') {
  if (!i18n.isInitialized) {
    const lead = { title: '线索', action: { give: '交出' }, empty: { title: '还没有线索', text: '新建第一条' } };
    await i18n.use(initReactI18next).init({
      lng: 'zh-CN',
      defaultNS: 'common',
      resources: { 'zh-CN': { common, lead } },
      interpolation: { escapeValue: false },
    });
  }
  setAccessToken('token');
  await queryClient.fetchQuery(sessionQuery);
  const root = createRootRoute({ component: Outlet });
  const list = createRoute({ getParentRoute: () => root, path: '/leads', validateSearch: listSearch, component: Page });
  const item = createRoute({
    getParentRoute: () => root,
    path: '/leads/$id',
    validateSearch: recordSearch,
    component: Page,
  });
  const router = createRouter({
    routeTree: root.addChildren([list, item]),
    history: createMemoryHistory({ initialEntries: [address] }),
  });
  render(
    <QueryClientProvider client={queryClient}>
      <ConfigProvider theme={{ token: { motion: false } }} button={{ autoInsertSpace: false }}>
        <App>
          <Suspense fallback={null}>
            <RouterProvider router={router as never} />
            <ActionDialog />
            <ConflictDialog />
          </Suspense>
        </App>
      </ConfigProvider>
    </QueryClientProvider>,
  );
  return router;
}
