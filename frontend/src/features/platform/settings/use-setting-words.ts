import { useTranslation } from 'react-i18next';
import { useGroupWords } from '@/lib/list/use-filter-words';
import type { Filter } from '@/lib/resource/filter';
import { useMeta } from '@/lib/resource/meta';
import { rulesOf } from './contact-rule';
import type { Setting } from './setting';
import { useContactRuleWords } from './use-contact-rule-words';

/** Values of settings as people read them. */
export function useSettingWords() {
  const { t, i18n } = useTranslation('setting');
  const { byKey } = useMeta('customers');
  const say = useGroupWords(byKey);
  const { say: sayRule } = useContactRuleWords();

  const wordOf = ({ kind }: Setting, choice: string): string => {
    if (kind === 'currency') {
      return `${choice} ${new Intl.DisplayNames([i18n.language], { type: 'currency' }).of(choice) ?? ''}`;
    }
    return kind === 'timezone' ? choice : t(`choice.${choice}`, { defaultValue: choice });
  };

  const wordsOf = (setting: Setting, value: unknown): string => {
    if (value === null || value === undefined) return t('none');
    if (setting.kind === 'bool') return value ? t('common:yes') : t('common:no');
    if (setting.kind === 'condition') return say(value as Filter);
    if (setting.kind === 'hours') return (value as string[]).join('–');
    if (setting.kind === 'contact_rules' && rulesOf(value).length > 0) return rulesOf(value).map(sayRule).join(' / ');
    if (setting.kind === 'level_days') {
      const days = Object.entries(value as Record<string, number | null>);
      return days.map(([level, count]) => `${level} ${count ?? t('none')}`).join(' · ');
    }
    if (Array.isArray(value) && value.length === 0) return t('none');
    if (Array.isArray(value)) return value.map((it) => wordOf(setting, String(it))).join(t('common:separator'));
    return wordOf(setting, typeof value === 'object' ? JSON.stringify(value) : String(value));
  };
  return { wordOf, wordsOf };
}
