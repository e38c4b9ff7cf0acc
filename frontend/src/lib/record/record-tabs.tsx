import { useNavigate, useSearch } from '@tanstack/react-router';
import { Tabs } from 'antd';
import { Children, isValidElement, type ReactElement, type ReactNode } from 'react';

interface TabProps {
  id: string;
  label: ReactNode;
  children: ReactNode;
}

/** One tab; drawn by `RecordTabs`, which keeps the choice in the address as `?tab=`. */
export function Tab({ children }: TabProps) {
  return <>{children}</>;
}

export function RecordTabs({ children }: { children: ReactNode }) {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { tab?: string };
  const tabs = Children.toArray(children).filter((it): it is ReactElement<TabProps> => isValidElement(it));
  const first = tabs[0]?.props.id;
  const isKnown = tabs.some((it) => it.props.id === search.tab);
  return (
    <div className="gx-record-main">
      <Tabs
        activeKey={isKnown ? search.tab : first}
        items={tabs.map(({ props }) => ({ key: props.id, label: props.label, children: props.children }))}
        onChange={(tab) =>
          void navigate({
            to: '.',
            search: (old: object) => ({ ...old, tab: tab === first ? undefined : tab }),
            replace: true,
          } as never)
        }
      />
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
