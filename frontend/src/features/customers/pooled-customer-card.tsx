import { useTranslation } from 'react-i18next';
import { FieldValue } from '@/lib/list/field-value';
import type { CardProps } from '@/lib/list/list-body';
import { ClaimButton } from '@/lib/ownership/claim-button';
import { RecordLink } from '@/lib/resource/record-link';
import { customer } from './customer.resource';
import '@/lib/ownership/ownership.css';

export function PooledCustomerCard({ row, list }: CardProps) {
  const { t } = useTranslation('customer');
  return (
    <article className="gx-card">
      <div className="gx-card-head">
        <h3>
          <RecordLink path="/customers" id={row.id}>
            {customer.titleOf(row)}
          </RecordLink>
        </h3>
        <FieldValue list={list} row={row} name="level" />
      </div>
      <p className="gx-card-line gx-faint">
        <FieldValue list={list} row={row} name="phone" />
        <FieldValue list={list} row={row} name="industry" />
        <FieldValue list={list} row={row} name="region" />
      </p>
      <p className="gx-card-line gx-faint">
        <span>
          {t('pooled')} <FieldValue list={list} row={row} name="pooled_at" />
        </span>
        <FieldValue list={list} row={row} name="pooled_by" />
        <FieldValue list={list} row={row} name="last_owner_id" />
        <FieldValue list={list} row={row} name="pooled_reason" />
      </p>
      <div className="gx-card-buttons">
        <ClaimButton resource={customer} row={row} isWide />
      </div>
    </article>
  );
}
