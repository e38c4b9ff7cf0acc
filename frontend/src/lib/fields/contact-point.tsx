import { formatPhone, isMasked } from '@/lib/format/phone';
import type { CellProps, FieldKind } from './field-kind';
import { text, textOf } from './text';

function PhoneCell({ value }: CellProps) {
  const shown = formatPhone(value);
  if (!shown) return null;
  if (isMasked(value)) return <span className="gx-masked gx-number">{shown}</span>;
  return (
    <a className="gx-number" href={`tel:${textOf(value)}`}>
      {shown}
    </a>
  );
}

function EmailCell({ value }: CellProps) {
  const shown = textOf(value);
  if (!shown || isMasked(value)) return <span className="gx-masked">{shown}</span>;
  return <a href={`mailto:${shown}`}>{shown}</a>;
}

function UrlCell({ value }: CellProps) {
  const shown = textOf(value);
  if (!shown) return null;
  // A typed address may carry any scheme; only web addresses become links.
  const href = /^https?:\/\//i.test(shown) ? shown : `https://${shown}`;
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {shown.replace(/^https?:\/\//i, '')}
    </a>
  );
}

export const phone: FieldKind = { ...text, width: 140, Cell: PhoneCell };
export const email: FieldKind = { ...text, width: 190, Cell: EmailCell };
export const url: FieldKind = { ...text, width: 180, Cell: UrlCell };
