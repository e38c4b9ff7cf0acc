import { useTranslation } from 'react-i18next';
import { NO_ROW } from '@/lib/api/schema-types';
import { kindOf } from '@/lib/fields/registry';
import { type Field, useLabel } from '@/lib/resource/meta';
import type { Change } from './timeline-entry';
import './record.css';

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/** One field before and after. */
export function ChangeLine({ change, field }: { change: Change; field?: Field }) {
  const { t } = useTranslation();
  const label = useLabel();
  const show = (value: unknown, name: string | null | undefined) => {
    if (name) return name;
    if (isNothing(value)) return t('empty_value');
    if (!field) return typeof value === 'object' ? JSON.stringify(value) : String(value);
    const { Cell } = kindOf(field);
    return <Cell value={value} field={field} row={{ ...NO_ROW, [field.key]: value }} />;
  };
  return (
    <p className="gx-timeline-change">
      <span className="gx-faint">{label(field?.label ?? change.label) || change.field}</span>
      {change.isCovered ? (
        <span>{t('timeline.covered')}</span>
      ) : (
        <>
          <del data-empty={isNothing(change.old) || undefined}>{show(change.old, change.old_name)}</del> →{' '}
          <ins>{show(change.new, change.new_name)}</ins>
        </>
      )}
    </p>
  );
}
