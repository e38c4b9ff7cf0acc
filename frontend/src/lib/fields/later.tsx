import { Skeleton } from 'antd';
import { type ComponentType, lazy, Suspense } from 'react';
import type { EditorProps, FilterProps } from './field-kind';

// What one types with weighs more than what one reads, and is needed only after a click.
const editors = () => import('./editors');

type Editors = Awaited<ReturnType<typeof editors>>;

function later<P extends object>(pick: (all: Editors) => ComponentType<P>): ComponentType<P> {
  const Lazy = lazy(() => editors().then((all) => ({ default: pick(all) as ComponentType<object> })));
  return function Later(props: P) {
    return (
      <Suspense fallback={<Skeleton.Input active size="small" />}>
        <Lazy {...props} />
      </Suspense>
    );
  };
}

export function laterEditor(pick: (all: Editors) => ComponentType<EditorProps>) {
  return later<EditorProps>(pick);
}

export function laterFilter(pick: (all: Editors) => ComponentType<FilterProps>) {
  return later<FilterProps>(pick);
}

let isPrepared = false;

/** Fetches the editors at the first sign that somebody will type, so that the first keystroke finds its field. */
export function prepareEditors() {
  if (isPrepared) return;
  isPrepared = true;
  editors().catch(() => {
    isPrepared = false;
  });
}
