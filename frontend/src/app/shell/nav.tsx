import { HomeOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { useCan } from '@/lib/resource/permissions';

export interface NavEntry {
  to: string;
  /** Key of the word in `common.json`. */
  label: string;
  icon: ReactNode;
  permission?: string;
  /** Also in the bar at the bottom of a phone. */
  isOnPhone?: boolean;
}

interface NavGroup {
  label: string;
  entries: NavEntry[];
}

/** Every page one can go to: side bar, phone bar and palette all read this. */
const NAV: NavGroup[] = [
  { label: 'nav.group.work', entries: [{ to: '/', label: 'nav.home', icon: <HomeOutlined />, isOnPhone: true }] },
];

/** What this person may see; groups without entries are gone. */
export function useNav(): NavGroup[] {
  const can = useCan();
  return useMemo(
    () =>
      NAV.map((group) => ({
        ...group,
        entries: group.entries.filter((entry) => !entry.permission || can(entry.permission)),
      })).filter((group) => group.entries.length > 0),
    [can],
  );
}
