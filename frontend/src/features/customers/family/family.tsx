import type { RecordState } from '@/lib/resource/use-record';
import { Relations } from '../relations/relations';
import { HierarchyTree } from './hierarchy-tree';
import '../customers.css';

/** With whom a customer belongs together: above and below it, and beside it. */
export function Family({ of: record }: { of: RecordState }) {
  return (
    <div className="gx-family">
      <HierarchyTree of={record} />
      <Relations of={record} />
    </div>
  );
}
