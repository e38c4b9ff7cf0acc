import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { FieldValue } from '@/lib/list/field-value';
import type { CardProps } from '@/lib/list/list-body';
import { RecordLink } from '@/lib/resource/record-link';
import { actionsFor, startAction } from '@/lib/resource/start-action';
import { visit } from './visit.resource';
import '../activities.css';

/** A visit for a thumb: whom, when, how far away, and the next step. */
export function VisitCard({ row, list }: CardProps) {
  const { t } = useTranslation();
  const actions = actionsFor(visit, row);
  return (
    <article className="gx-card">
      <div className="gx-card-head">
        <h3>
          <RecordLink path="/visits" id={row.id}>
            {visit.titleOf(row)}
          </RecordLink>
        </h3>
        <FieldValue list={list} row={row} name="status" />
      </div>
      <p className="gx-card-line gx-faint">
        <FieldValue list={list} row={row} name="check_in_at" />
        <FieldValue list={list} row={row} name="check_in_address" />
        <FieldValue list={list} row={row} name="distance_m" />
        <FieldValue list={list} row={row} name="owner_id" />
      </p>
      {actions.length > 0 && (
        <div className="gx-card-buttons">
          {actions.map((it) => (
            <Button
              key={it.name}
              type="primary"
              icon={it.icon}
              onClick={() => startAction(visit, it, { record: row, count: 1 })}
            >
              {t(it.label)}
            </Button>
          ))}
        </div>
      )}
    </article>
  );
}
