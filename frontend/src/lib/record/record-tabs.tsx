import { useNavigate, useSearch } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import {
  Children,
  isValidElement,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  Suspense,
  useEffect,
  useId,
  useRef,
} from 'react';

interface TabProps {
  id: string;
  label: ReactNode;
  children: ReactNode;
}

/** One tab; drawn by `RecordTabs`, which keeps the choice in the address as `?tab=`. */
export function Tab({ children }: TabProps) {
  return <>{children}</>;
}

/** Tabs as in any dialog of the system: arrows walk, the address remembers. Only the chosen one is drawn. */
export function RecordTabs({ children }: { children: ReactNode }) {
  const navigate = useNavigate();
  const base = useId();
  const search = useSearch({ strict: false }) as { tab?: string };
  const tabs = Children.toArray(children).filter((it): it is ReactElement<TabProps> => isValidElement(it));
  const ids = tabs.map((it) => it.props.id);
  const at = Math.max(0, ids.indexOf(search.tab ?? ''));
  const current = tabs[at];
  const choose = (next: number) => {
    const to = (next + ids.length) % ids.length;
    const change = (old: object) => ({ ...old, tab: to === 0 ? undefined : ids[to] });
    void navigate({ to: '.', search: change, replace: true } as never);
    document.getElementById(`${base}${ids[to]}`)?.focus();
  };
  const list = useRef<HTMLDivElement>(null);
  const id = current?.props.id;
  // Where there are more than fit, the chosen one is in sight.
  useEffect(() => {
    if (id)
      list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [id]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight') choose(at + 1);
    if (event.key === 'ArrowLeft') choose(at - 1);
  };
  if (!current) return null;
  return (
    <div className="gx-record-main">
      <div ref={list} role="tablist" className="gx-tabs" onKeyDown={onKeyDown}>
        {tabs.map(({ props: { id, label } }, index) => (
          <button
            key={id}
            id={base + id}
            type="button"
            role="tab"
            className="gx-tab"
            aria-selected={index === at}
            aria-controls={`${base}panel`}
            tabIndex={index === at ? 0 : -1}
            onClick={() => choose(index)}
          >
            {label}
          </button>
        ))}
      </div>
      <div id={`${base}panel`} role="tabpanel" aria-labelledby={base + current.props.id}>
        <Suspense fallback={<Skeleton active paragraph={{ rows: 4 }} />}>{current}</Suspense>
      </div>
    </div>
  );
}

/** Beside the tabs on a wide screen, below them on a narrow one. */
export function RecordSide({ children }: { children: ReactNode }) {
  return <aside className="gx-record-side">{children}</aside>;
}

/** Puts tabs and side next to each other. */
export function RecordColumns({ children }: { children: ReactNode }) {
  return <div className="gx-record-columns">{children}</div>;
}
