import type { CellProps } from '@/lib/fields/field-kind';
import { RecordLink } from '@/lib/resource/record-link';

const SUBJECTS = [
  ['/contacts', 'contact'],
  ['/customers', 'customer'],
  ['/leads', 'lead'],
] as const;

/** Whom it is about: the contact before his customer. */
export function SubjectCell({ row }: CellProps) {
  const found = SUBJECTS.find(([, key]) => typeof row[`${key}_id`] === 'string');
  if (!found) return null;
  const [path, key] = found;
  return (
    <RecordLink path={path} id={String(row[`${key}_id`])}>
      {String(row[`${key}_name`] ?? '')}
    </RecordLink>
  );
}
