import { useTranslation } from 'react-i18next';
import type { Resource } from './define-resource';
import { type Field, useLabel } from './meta';

/** What stands above a field's value: its label, unless the resource shows something else there. */
export function useFieldName({ key, labels }: Resource) {
  const { t } = useTranslation(['common', key]);
  const label = useLabel();
  return (field: Field): string => {
    const own = labels?.[field.key];
    return (own ? t(own) : label(field.label)) || field.key;
  };
}
