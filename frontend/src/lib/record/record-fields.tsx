import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf } from '@/lib/resource/define-resource';
import { keysOf, type Part } from '@/lib/resource/layout';
import { useLabel } from '@/lib/resource/meta';
import { useParts } from '@/lib/resource/use-parts';
import type { RecordState } from '@/lib/resource/use-record';
import { Panel } from './field-panel';

/** What is known of a record, as the organisation has laid it out; else as the product does, with what was added last. */
export function RecordFields({ record }: { record: RecordState }) {
  const label = useLabel();
  const laidOut = useParts(nameOf(record.resource), record.data);
  const usual = useUsualParts(record);
  return (laidOut ?? usual).map(({ label: title, fields }) => (
    <Panel key={label(title)} record={record} title={label(title)} fields={fields} />
  ));
}

function useUsualParts({ resource, fields, fieldOf }: RecordState): Part[] {
  const { t } = useTranslation(['common', resource.key]);
  return useMemo(() => {
    const word = (key: string) => ({ zh: t(key), en: t(key) });
    const panels = (resource.panels ?? []).map((panel) => ({
      label: word(panel.title),
      fields: panel.fields.flatMap((key) => fieldOf.get(key) ?? []),
    }));
    const named = keysOf(panels);
    const added = fields.filter((field) => field.custom && !named.has(field.key));
    return [...panels, { label: word('added_fields'), fields: added }];
  }, [resource, fields, fieldOf, t]);
}
