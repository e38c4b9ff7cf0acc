import { useTranslation } from 'react-i18next';
import { listOf } from '@/lib/fields/tags';
import { useLabel, useMeta } from '@/lib/resource/meta';
import { numberOf, useAudienceWords } from '@/lib/rules/audience-words';
import type { Sentences } from '@/lib/rules/rule-page';

/** A pool in words: who sees it, who may take how much, and when what they took comes back. */
export function usePoolSentences(): Sentences {
  const { t } = useTranslation('rule');
  const label = useLabel();
  const audience = useAudienceWords();
  const { byKey } = useMeta('leads');
  const list = (words: string[]) => words.join(t('common:separator'));

  return (pool, nameOf) => {
    const lines: string[] = [];
    const admins = listOf(pool.admin_ids);
    const who = audience(pool, nameOf);
    lines.push(pool.visible_to_members === false ? t('pool.say.hidden', { who }) : t('pool.say.members', { who }));
    if (admins.length > 0) lines.push(t('pool.say.admins', { who: list(admins.map(nameOf)) }));
    const masked = listOf(pool.masked_fields);
    if (masked.length > 0) {
      lines.push(t('pool.say.masked', { fields: list(masked.map((key) => label(byKey.get(key)?.label) || key)) }));
    }
    lines.push(...claiming());
    lines.push(...recycling());
    return lines;

    function claiming(): string[] {
      if (pool.members_may_claim === false) return [t('pool.say.no_claim')];
      const limit = numberOf(pool.daily_limit);
      const said = [limit === undefined ? t('pool.say.any_number') : t('pool.say.daily', { count: limit })];
      const freeze = numberOf(pool.prev_owner_freeze_days) ?? 0;
      if (freeze > 0) said.push(t('pool.say.freeze', { count: freeze }));
      const wait = numberOf(pool.new_data_wait_days) ?? 0;
      if (wait > 0) said.push(t('pool.say.wait', { count: wait }));
      return said;
    }

    function recycling(): string[] {
      const days = {
        followup: numberOf(pool.no_followup_days),
        conversion: numberOf(pool.not_converted_days),
      };
      if (pool.recycle_enabled === false || (days.followup === undefined && days.conversion === undefined)) {
        return [t('pool.say.no_recycle')];
      }
      const when = [
        days.followup === undefined ? '' : t('pool.say.no_followup', { count: days.followup }),
        days.conversion === undefined ? '' : t('pool.say.not_converted', { count: days.conversion }),
      ].filter(Boolean);
      const said = [
        t(pool.working_days_only === true ? 'pool.say.recycle_working' : 'pool.say.recycle', {
          when: when.join(pool.recycle_mode === 'all' ? t('pool.say.and') : t('pool.say.or')),
        }),
      ];
      const remind = numberOf(pool.remind_days) ?? 0;
      if (remind > 0) said.push(t('pool.say.remind', { count: remind }));
      const exempt = [
        ...listOf(pool.exempt_levels).map((level) => t('pool.say.level', { level })),
        ...listOf(pool.exempt_tags).map((tag) => t('pool.say.tag', { tag })),
        ...listOf(pool.exempt_role_ids).map((role) => t('pool.say.role', { role: nameOf(role) })),
      ];
      if (exempt.length > 0) said.push(t('pool.say.exempt', { what: list(exempt) }));
      return said;
    }
  };
}
