import type { CellProps } from '@/lib/fields/field-kind';
import { NextContact } from '@/lib/ownership/next-contact-cell';

const CUSTOMER = { key: 'customer', list: '/customers', item: '/customers/{id}' };

export function NextContactCell({ row }: CellProps) {
  const canLog = row.status === 'owned' && row.allowed_actions.includes('update');
  return <NextContact of={CUSTOMER} row={row} name={String(row.name ?? '')} canLog={canLog} />;
}
