import { getRouteApi } from '@tanstack/react-router';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { listOf } from '@/lib/fields/tags';
import { useLabel, useMeta } from '@/lib/resource/meta';
import { numberOf, useAudienceWords } from '@/lib/rules/audience-words';
import { RulePage, type Sentences } from '@/lib/rules/rule-page';
import { capacityRule } from '../capacity-rule.resource';

const CapacityFields = lazy(() => import('./capacity-fields').then((it) => ({ default: it.CapacityFields })));

const route = getRouteApi('/_app/settings/capacity-rules');

const NEW = { object: 'lead', user_ids: [], role_ids: [], department_ids: [], max_owned: 50, priority: 0 };

export function CapacityRulesPage() {
  const navigate = route.useNavigate();
  return (
    <RulePage
      kind="capacity"
      sort="object,priority"
      resource={capacityRule}
      sentences={useCapacitySentences()}
      Fields={CapacityFields}
      initial={NEW}
      edit={route.useSearch().edit}
      onEdit={(edit) => void navigate({ search: { edit } })}
    />
  );
}

function useCapacitySentences(): Sentences {
  const { t } = useTranslation('rule');
  const label = useLabel();
  const audience = useAudienceWords();
  const { byKey } = useMeta('leads');
  return (rule, nameOf) => {
    const what = { who: audience(rule, nameOf), what: t(`capacity.object.${String(rule.object)}`) };
    const most = numberOf(rule.max_owned);
    const lines = [most === undefined ? t('capacity.say.any', what) : t('capacity.say.most', { ...what, count: most })];
    const states = listOf(rule.count_statuses);
    if (rule.object === 'lead' && states.length > 0) {
      const options = byKey.get('status')?.options ?? [];
      const words = states.map((state) => label(options.find((it) => it.value === state)?.label) || state);
      lines.push(t('capacity.say.states', { states: words.join(t('common:separator')) }));
    }
    if (rule.object === 'customer' && typeof rule.dealt_counts === 'boolean') {
      lines.push(rule.dealt_counts ? t('capacity.say.dealt') : t('capacity.say.not_dealt'));
    }
    return lines;
  };
}
