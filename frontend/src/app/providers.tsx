import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import { Suspense } from 'react';
import { queryClient } from '@/lib/api/query';
import { useAntdLocale } from './antd-locale';
import type { AppRouter } from './router';
import { useTheme } from './theme';
import './app.css';

/** What every page stands on: cache, look, words, addresses. */
export function Providers({ router }: { router: AppRouter }) {
  return (
    <QueryClientProvider client={queryClient}>
      <Suspense fallback={null}>
        <Look router={router} />
      </Suspense>
    </QueryClientProvider>
  );
}

function Look({ router }: { router: AppRouter }) {
  const theme = useTheme();
  const locale = useAntdLocale((state) => state.locale);
  return (
    <ConfigProvider theme={theme} locale={locale} button={{ autoInsertSpace: false }}>
      <RouterProvider router={router} />
    </ConfigProvider>
  );
}
