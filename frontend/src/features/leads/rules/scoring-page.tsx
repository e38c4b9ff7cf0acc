import { getRouteApi } from '@tanstack/react-router';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { useGroupWords } from '@/lib/list/use-filter-words';
import { cleanFilter } from '@/lib/resource/filter';
import { useMeta } from '@/lib/resource/meta';
import { numberOf } from '@/lib/rules/audience-words';
import { RulePage, type Sentences } from '@/lib/rules/rule-page';
import { scoringRule } from '../scoring-rule.resource';

const ScoringFields = lazy(() => import('./scoring-fields').then((it) => ({ default: it.ScoringFields })));

const route = getRouteApi('/_app/settings/scoring-rules');

const NEW = { kind: 'fit', condition: null, points: 10, max_points: 100, active: true };

export function ScoringRulesPage() {
  const navigate = route.useNavigate();
  return (
    <RulePage
      kind="scoring"
      sort="-points"
      resource={scoringRule}
      sentences={useScoringSentences()}
      Fields={ScoringFields}
      initial={NEW}
      edit={route.useSearch().edit}
      onEdit={(edit) => void navigate({ search: { edit } })}
    />
  );
}

function useScoringSentences(): Sentences {
  const { t } = useTranslation('rule');
  const { byKey } = useMeta('leads');
  const say = useGroupWords(byKey);
  return (rule) => {
    const condition = cleanFilter(rule.condition);
    const points = numberOf(rule.points) ?? 0;
    const what = { condition: condition ? say(condition) : '…', count: Math.abs(points) };
    return [points < 0 ? t('scoring.say.minus', what) : t('scoring.say.plus', what)];
  };
}
