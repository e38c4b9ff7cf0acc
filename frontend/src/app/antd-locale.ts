import type { Locale } from 'antd/es/locale';
import { create } from 'zustand';

const locales = {
  // Months and days of the week in calendars are dayjs' words.
  'zh-CN': () => Promise.all([import('antd/locale/zh_CN'), import('dayjs/locale/zh-cn')]).then(([words]) => words),
  en: () => import('antd/locale/en_US'),
};

/** antd's own words. There before the first page: giving them later would build every page twice. */
export const useAntdLocale = create<{ locale: Locale | undefined }>(() => ({ locale: undefined }));

export async function loadAntdLocale(language: string) {
  const { default: locale } = await (language === 'en' ? locales.en : locales['zh-CN'])();
  useAntdLocale.setState({ locale });
}
