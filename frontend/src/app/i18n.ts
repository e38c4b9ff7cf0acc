import i18n, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { setRequestLanguage } from '@/lib/api/client';
import { loadAntdLocale } from './antd-locale';
import { type Language, usePreferences } from './preferences';

const files = import.meta.glob<{ default: Record<string, unknown> }>('../locales/*/*.json');

/** One file per area and language, fetched when a page first needs it. */
const byFile: BackendModule = {
  type: 'backend',
  init: () => {},
  read: (language, namespace, done) => {
    const load = files[`../locales/${language}/${namespace}.json`];
    if (!load) return done(null, {});
    load().then(
      (file) => done(null, file.default),
      (error: unknown) => done(error as Error, null),
    );
  },
};

function preferredLanguage(): Language {
  return usePreferences.getState().language ?? (navigator.language.startsWith('en') ? 'en' : 'zh-CN');
}

function apply(language: string) {
  document.documentElement.lang = language;
  setRequestLanguage(language);
}

export async function startI18n() {
  i18n.on('languageChanged', apply);
  const locale = loadAntdLocale(preferredLanguage());
  await i18n
    .use(byFile)
    .use(initReactI18next)
    .init({
      lng: preferredLanguage(),
      fallbackLng: false,
      ns: ['common'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
  await locale;
}

export async function chooseLanguage(language: Language) {
  usePreferences.setState({ language });
  await Promise.all([i18n.changeLanguage(language), loadAntdLocale(language)]);
}
