import type { CellProps } from '@/lib/fields/field-kind';
import { kindOf } from '@/lib/fields/registry';
import { LogButton } from '@/lib/ownership/next-contact-cell';

const CONTACT = { key: 'contact', list: '/contacts', item: '/contacts/{id}' };

/** The number one calls, and the way to write down what was said. */
export function MobileCell(props: CellProps) {
  const { row, field } = props;
  const { Cell } = kindOf(field);
  const canLog = (row.allowed_actions ?? []).includes('update');
  return (
    <span className="gx-next-contact">
      <Cell {...props} />
      {canLog && <LogButton of={CONTACT} row={row} name={String(row.name ?? '')} />}
    </span>
  );
}
