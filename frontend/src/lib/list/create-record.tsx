import { lazy, type ReactNode, Suspense } from 'react';
import { prepareEditors } from '@/lib/fields/later';
import { useCan } from '@/lib/resource/permissions';
import type { ListState } from '@/lib/resource/use-resource-list';
import { CreateButton } from './list-page';

const form = () => import('@/lib/record/record-form');
const RecordForm = lazy(() => form().then((it) => ({ default: it.RecordForm })));

function prepareForm() {
  prepareEditors();
  form().catch(() => undefined);
}

interface CreateRecordProps {
  list: ListState;
  /** Keys in the order asked; without them every writable field is asked, required ones first. */
  fields?: string[];
  /** Asked whatever a layout says. */
  always?: string[];
  initial?: Record<string, unknown>;
  /** Shown above the form while one types, e.g. possible duplicates. */
  hint?: (typed: Record<string, unknown>) => ReactNode;
}

/** Button and drawer that create a record, for those who may. */
export function CreateRecord({ list, fields, always, initial, hint }: CreateRecordProps) {
  const can = useCan();
  if (!can(`${list.resource.key}:create`)) return null;
  return (
    <>
      <CreateButton list={list} onIntent={prepareForm} />
      {list.search.create && (
        <Suspense fallback={null}>
          <RecordForm
            resource={list.resource}
            fields={fields}
            always={always}
            initial={initial}
            hint={hint}
            onClose={() => list.change({ create: undefined })}
          />
        </Suspense>
      )}
    </>
  );
}
