import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import type { Locale } from 'antd/es/locale';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '@/lib/api/query';
import type { AppRouter } from './router';
import { useTheme } from './theme';
import './app.css';

const locales = {
  'zh-CN': () => import('antd/locale/zh_CN'),
  en: () => import('antd/locale/en_US'),
};

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
  const locale = useAntdLocale();
  return (
    <ConfigProvider theme={theme} locale={locale} button={{ autoInsertSpace: false }}>
      <RouterProvider router={router} />
    </ConfigProvider>
  );
}

function useAntdLocale(): Locale | undefined {
  const { i18n } = useTranslation();
  const [locale, setLocale] = useState<Locale>();
  useEffect(() => {
    let isCurrent = true;
    const load = i18n.language === 'en' ? locales.en : locales['zh-CN'];
    void load().then((it) => isCurrent && setLocale(it.default));
    return () => {
      isCurrent = false;
    };
  }, [i18n.language]);
  return locale;
}
