import { useTranslation } from 'react-i18next';
import { NO_ROW } from '@/lib/api/schema-types';
import type { Field } from '@/lib/resource/meta';
import { kindOf } from './registry';

const COUNTED = new Set(['multi_select', 'attachment', 'image']);
const MEASURED = new Set(['number', 'money', 'percent']);
const DATED = new Set(['date', 'datetime']);

/** What the organisation says of a field: its help, and what it may hold. */
export function useFieldHint() {
  const { t } = useTranslation();
  return (field: Field): string | undefined => {
    const { rules } = field;
    if (!rules) return undefined;
    const of = COUNTED.has(rules.type)
      ? 'list'
      : MEASURED.has(rules.type)
        ? 'number'
        : DATED.has(rules.type)
          ? 'day'
          : 'text';
    const shown = (bound: string) => kindOf(field).toText(bound, field, NO_ROW, () => '');
    const { min, max } = rules;
    const within =
      min && max
        ? t(`bounds.${of}.both`, { min: shown(min), max: shown(max) })
        : min
          ? t(`bounds.${of}.min`, { min: shown(min) })
          : max && t(`bounds.${of}.max`, { max: shown(max) });
    return [rules.help, within].filter(Boolean).join(' · ') || undefined;
  };
}
