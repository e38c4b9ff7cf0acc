import { useTranslation } from 'react-i18next';
import { listOf } from '@/lib/fields/tags';
import type { NameOf } from './use-names';

type Rule = Record<string, unknown>;

/** Whom a rule is for, as one would say it. */
export function useAudienceWords() {
  const { t } = useTranslation('rule');
  return (rule: Rule, nameOf: NameOf): string => {
    const people = ['user_ids', 'role_ids', 'department_ids'].flatMap((key) => listOf(rule[key]));
    return people.length === 0 ? t('audience.everybody') : people.map(nameOf).join(t('common:separator'));
  };
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
