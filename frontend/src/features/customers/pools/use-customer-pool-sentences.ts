import { useTranslation } from 'react-i18next';
import { listOf } from '@/lib/fields/tags';
import { useLabel, useMeta } from '@/lib/resource/meta';
import { numberOf, useAudienceWords } from '@/lib/rules/audience-words';
import type { Sentences } from '@/lib/rules/rule-page';
import type { RecycleRule } from './recycle-rule';

/** A pool in words: who sees it, who may take how much, and when what they took comes back. */
export function useCustomerPoolSentences(): Sentences {
  const { t } = useTranslation('rule');
  const label = useLabel();
  const audience = useAudienceWords();
  const { byKey } = useMeta('customers');
  const list = (words: string[]) => words.join(t('common:separator'));

  const recycling = ({ kind, days, enabled }: RecycleRule): string[] => {
    const said = Object.entries(days ?? {}).filter(([, count]) => typeof count === 'number');
    if (!enabled || said.length === 0) return [];
    const levels = said.map(([level, count]) => `${t('sea.level', { level })} ${count} ${t('unit.days')}`);
    return [t(`sea.say.${kind}`, { days: list(levels) })];
  };

  return (pool, nameOf) => {
    const who = audience(pool, nameOf);
    const admins = listOf(pool.admin_ids);
    const masked = listOf(pool.masked_fields);
    const limit = numberOf(pool.daily_limit);
    const hold = numberOf(pool.hold_limit);
    const freeze = numberOf(pool.prev_owner_freeze_days) ?? 0;
    const rules = ((pool.recycle_rules ?? []) as RecycleRule[]).flatMap(recycling);
    const remind = numberOf(pool.remind_days) ?? 0;
    return [
      t(pool.visible_to_members === false ? 'sea.say.hidden' : 'sea.say.members', { who }),
      admins.length > 0 && t('pool.say.admins', { who: list(admins.map(nameOf)) }),
      masked.length > 0 &&
        t('pool.say.masked', { fields: list(masked.map((key) => label(byKey.get(key)?.label) || key)) }),
      pool.members_may_claim === false && t('pool.say.no_claim'),
      pool.members_may_claim !== false &&
        (limit === undefined ? t('pool.say.any_number') : t('sea.say.daily', { count: limit })),
      hold !== undefined && t('sea.say.hold', { count: hold }),
      freeze > 0 && t('pool.say.freeze', { count: freeze }),
      ...(rules.length > 0 ? rules : [t('pool.say.no_recycle')]),
      rules.length > 0 && remind > 0 && t('pool.say.remind', { count: remind }),
    ].filter((it) => typeof it === 'string');
  };
}
