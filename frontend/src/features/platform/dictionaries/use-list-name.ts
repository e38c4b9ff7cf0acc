import { useTranslation } from 'react-i18next';
import type { Row } from '@/lib/api/schema-types';

/** What a list of words is called, in the language in use. */
export function useListName(): (list: Row) => string {
  const { i18n } = useTranslation();
  const isChinese = i18n.language.startsWith('zh');
  return ({ name, name_en, code }) => String((isChinese ? name : name_en) || name || code);
}
