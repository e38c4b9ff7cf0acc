import { useTranslation } from 'react-i18next';
import { useLabel, useMeta } from '@/lib/resource/meta';
import type { ContactRule } from './contact-rule';

/** What a rule may speak of, and what it says. */
export function useContactRuleWords() {
  const { t } = useTranslation('setting');
  const label = useLabel();
  const { byKey } = useMeta('customers');
  const optionsOf = (key: 'level' | 'lifecycle' | 'relationship') =>
    (byKey.get(key)?.options ?? []).map((it) => ({ value: it.value, label: label(it.label) || it.value }));
  const say = (rule: ContactRule): string => {
    const named = (['level', 'lifecycle', 'relationship'] as const).flatMap((key) => {
      const value = rule[key];
      return value ? [optionsOf(key).find((it) => it.value === value)?.label ?? value] : [];
    });
    const who = t(`contact_rule.who.${rule.object}`, { what: named.join(t('common:separator')) });
    const often = rule.days === null ? t('contact_rule.never') : t('contact_rule.every', { count: rule.days });
    const soon = rule.due_soon_days === null ? '' : t('contact_rule.soon', { count: rule.due_soon_days });
    const off = rule.active ? '' : t('contact_rule.off');
    return [who.trim(), often, soon, off].filter(Boolean).join(' · ');
  };
  return { optionsOf, say };
}
