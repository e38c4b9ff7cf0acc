import { getRouteApi } from '@tanstack/react-router';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { listOf } from '@/lib/fields/tags';
import { useGroupWords } from '@/lib/list/use-filter-words';
import { cleanFilter } from '@/lib/resource/filter';
import { useMeta } from '@/lib/resource/meta';
import { RulePage, type Sentences } from '@/lib/rules/rule-page';
import { assignmentRule } from '../assignment-rule.resource';

const AssignmentFields = lazy(() => import('./assignment-fields').then((it) => ({ default: it.AssignmentFields })));

const route = getRouteApi('/_app/settings/assignment-rules');

const NEW = {
  priority: 10,
  active: true,
  condition: null,
  method: 'round_robin',
  user_ids: [],
  weights: [],
  target_pool_id: null,
  skip_full: true,
  skip_on_leave: true,
};

export function AssignmentRulesPage() {
  const navigate = route.useNavigate();
  return (
    <RulePage
      kind="assignment"
      sort="priority"
      resource={assignmentRule}
      sentences={useAssignmentSentences()}
      Fields={AssignmentFields}
      initial={NEW}
      edit={route.useSearch().edit}
      onEdit={(edit) => void navigate({ search: { edit } })}
    />
  );
}

function useAssignmentSentences(): Sentences {
  const { t } = useTranslation('rule');
  const { byKey } = useMeta('leads');
  const say = useGroupWords(byKey);
  return (rule, nameOf) => {
    const condition = cleanFilter(rule.condition);
    const weights = Array.isArray(rule.weights) ? (rule.weights as unknown[]) : [];
    const people = listOf(rule.user_ids).map((id, at) =>
      rule.method === 'weighted' ? `${nameOf(id)} ×${String(weights[at] ?? 1)}` : nameOf(id),
    );
    const who = people.join(t('common:separator')) || '…';
    const lines = [
      t('assignment.say.when', { priority: rule.priority ?? 0 }),
      condition ? t('assignment.say.if', { condition: say(condition) }) : t('assignment.say.every'),
      rule.target_pool_id
        ? t('assignment.say.move', { pool: rule.target_pool_name ?? t('assignment.say.chosen_pool') })
        : t(`assignment.say.${String(rule.method)}`, { who }),
    ];
    const skipped = [
      rule.skip_full === false ? '' : t('assignment.say.full'),
      rule.skip_on_leave === false ? '' : t('assignment.say.on_leave'),
    ].filter(Boolean);
    if (!rule.target_pool_id && skipped.length > 0) {
      lines.push(t('assignment.say.skip', { who: skipped.join(t('common:separator')) }));
    }
    return lines;
  };
}
