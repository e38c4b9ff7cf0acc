import { useTranslation } from 'react-i18next';
import { kindOf } from '@/lib/fields/registry';
import { StatusTag } from '@/lib/fields/status-tag';
import { textOf } from '@/lib/fields/text';
import { formatTime } from '@/lib/format/date';
import { type Field, type Label, useLabel } from '@/lib/resource/meta';
import type { RecordState } from '@/lib/resource/use-record';
import type { TimelineEntry } from './timeline';

type Data = Record<string, unknown>;

export interface FieldChange {
  field: string;
  label?: Label;
  old: unknown;
  new: unknown;
  old_name?: string | null;
  new_name?: string | null;
  /** The reader may know that it changed, not from what to what. */
  covered?: boolean;
}

/** The changes of fields; those of a contact are told by its name alone, its fields are not this record's. */
export function changesOf(entry: TimelineEntry, isOther: boolean): FieldChange[] {
  if (isOther || entry.action !== 'update') return [];
  if (entry.changes) return entry.changes;
  return Object.entries(entry.data ?? {}).map(([field, change]) => ({
    field,
    ...(change as Omit<FieldChange, 'field'>),
  }));
}

const OUTCOME_COLORS: Record<string, string> = {
  reached: 'blue',
  interested: 'green',
  agreed_next: 'green',
  refused: 'red',
};

export function Outcome({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation();
  const outcome = textOf(entry.data?.outcome);
  if (!outcome) return null;
  return <StatusTag color={OUTCOME_COLORS[outcome]}>{t(`activity.outcome.${outcome}`)}</StatusTag>;
}

/** What was said, and when they speak again. */
export function Said({ data }: { data: Data }) {
  const { t } = useTranslation();
  const outcome = textOf(data.outcome);
  const content = textOf(data.content);
  // A record of an outcome alone carries its words as its text: once is enough.
  const isSame = outcome !== '' && content === t(`activity.outcome.${outcome}`);
  return (
    <>
      {content && !isSame && <p className="gx-pre">{content}</p>}
      {Boolean(data.next_contact_at) && (
        <p className="gx-faint">
          {t('activity.next')} {formatTime(data.next_contact_at)}
        </p>
      )}
    </>
  );
}

/** From whose hands into whose, and why. */
export function Hands({ data, record }: { data: Data; record: RecordState }) {
  const { t } = useTranslation();
  const label = useLabel();
  const reason = textOf(data.reason);
  const options = record.fields.flatMap((field) => (field.kind === 'dictionary' ? (field.options ?? []) : []));
  const why = [label(options.find((it) => it.value === reason)?.label) || reason, textOf(data.note)].filter(Boolean);
  const hands = [data.from_owner_name ?? data.from_pool_name, data.to_owner_name ?? data.to_pool_name].map(textOf);
  return (
    <>
      <p className="gx-faint">{hands.filter(Boolean).join(' → ')}</p>
      {why.length > 0 && <p className="gx-pre">{why.join(t('separator'))}</p>}
    </>
  );
}

export function Change({ change, field }: { change: FieldChange; field?: Field }) {
  const { t } = useTranslation();
  const label = useLabel();
  const show = (value: unknown, name: string | null | undefined) => {
    if (name) return name;
    if (change.covered) return '***';
    if (value === null || value === undefined || value === '') return t('empty_value');
    if (!field) return String(value);
    const { Cell } = kindOf(field);
    return <Cell value={value} field={field} row={{ id: '', version: 0, [field.key]: value }} />;
  };
  return (
    <p className="gx-timeline-change">
      <span className="gx-faint">{label(field?.label ?? change.label) || change.field}</span>
      <del>{show(change.old, change.old_name)}</del> → <ins>{show(change.new, change.new_name)}</ins>
    </p>
  );
}
