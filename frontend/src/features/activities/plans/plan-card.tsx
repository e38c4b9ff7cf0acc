import { FieldValue } from '@/lib/list/field-value';
import type { CardProps } from '@/lib/list/list-body';
import { ToneIcon } from '@/lib/list/tone-icon';
import { RecordLink } from '@/lib/resource/record-link';
import { plan } from './plan.resource';
import { CompleteButton, planTone } from './plan-cells';

/** A plan for a thumb: what, with whom, when, and to tick it off. */
export function PlanCard({ row, list }: CardProps) {
  const tone = planTone(row);
  const isOpen = row.allowed_actions.includes('complete');
  return (
    <article className="gx-card" data-tone={tone === 'none' ? undefined : tone}>
      <div className="gx-card-head">
        <h3>
          <ToneIcon tone={tone} />
          <RecordLink path="/follow-up-plans" id={row.id}>
            {plan.titleOf(row)}
          </RecordLink>
        </h3>
        <FieldValue list={list} row={{ ...row, allowed_actions: [] }} name="status" />
      </div>
      <p className="gx-card-line gx-faint">
        <FieldValue list={list} row={row} name="planned_at" />
        <FieldValue list={list} row={row} name="subject" />
        <FieldValue list={list} row={row} name="method" />
        <FieldValue list={list} row={row} name="owner_id" />
      </p>
      {isOpen && (
        <div className="gx-card-buttons">
          <CompleteButton row={row} />
        </div>
      )}
    </article>
  );
}
