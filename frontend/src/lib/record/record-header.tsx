import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOf } from '@/lib/fields/registry';
import { ToneIcon } from '@/lib/list/tone-icon';
import { useFieldName } from '@/lib/resource/use-field-name';
import type { RecordState } from '@/lib/resource/use-record';

interface RecordHeaderProps {
  record: RecordState;
  /** Field keys shown under the title. */
  facts?: string[];
  /** Buttons; `<RecordActions of={record} />` gives those the server allows. */
  children?: ReactNode;
}

export function RecordHeader({ record, facts = [], children }: RecordHeaderProps) {
  const { t } = useTranslation();
  const { data, resource } = record;
  const fieldName = useFieldName(resource);
  if (!data) return null;
  const tone = resource.toneOf?.(data) ?? 'none';
  return (
    <header className="gx-record-head">
      <div className="gx-record-title">
        <h1>
          <ToneIcon tone={tone} />
          {resource.titleOf(data)}
        </h1>
        <div className="gx-record-buttons">{children}</div>
      </div>
      <dl className="gx-facts">
        {facts.map((key) => {
          const field = record.fieldOf.get(key);
          if (!field || field.readable === false || !(key in data)) return null;
          const Cell = resource.cells?.[key] ?? kindOf(field).Cell;
          const isEmpty = data[key] === null || data[key] === undefined || data[key] === '';
          return (
            <div key={key}>
              <dt>{fieldName(field)}</dt>
              <dd>
                {isEmpty ? (
                  <span className="gx-faint">{t('empty_value')}</span>
                ) : (
                  <Cell value={data[key]} field={field} row={data} />
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </header>
  );
}
