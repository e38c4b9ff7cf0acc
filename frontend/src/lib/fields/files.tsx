import { lazy, Suspense } from 'react';
import { filesIn } from '@/lib/files/files';
import type { CellProps, FieldKind, PanelProps } from './field-kind';
import { json } from './json';
import { laterEditor } from './later';

const Links = lazy(() => import('@/lib/files/file-links').then((it) => ({ default: it.FileLinks })));
const LazyPanel = lazy(() => import('./files-panel').then((it) => ({ default: it.FilesPanel })));

function namesOf(value: unknown): string {
  return filesIn(value)
    .map(({ name }) => name)
    .join('、');
}

function FilesCell({ value, field, row }: CellProps) {
  // What a change tells of is perhaps held no more.
  if (!row.id) return <>{namesOf(value)}</>;
  return (
    <Suspense fallback={null}>
      <Links record={`/${field.of}/${row.id}`} files={filesIn(value)} />
    </Suspense>
  );
}

function FilesPanel(props: PanelProps) {
  return (
    <Suspense fallback={null}>
      <LazyPanel {...props} />
    </Suspense>
  );
}

/** Files that a record holds. */
export const files: FieldKind = {
  ...json,
  Cell: FilesCell,
  Editor: laterEditor((all) => all.FilesEditor),
  Panel: FilesPanel,
  toText: namesOf,
};
