import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { useCan } from '@/lib/resource/permissions';
import { ADMINISTRATION } from './nav-administration';
import { DAILY } from './nav-daily';

export interface NavEntry {
  to: string;
  /** Key of the word in `common.json`. */
  label: string;
  icon: ReactNode;
  permission?: string;
  /** Pinyin and its initials, for the palette: `xiansuo xs`. */
  pinyin?: string;
  /** Also in the bar at the bottom of a phone. */
  isOnPhone?: boolean;
}

export interface NavGroup {
  label: string;
  entries: NavEntry[];
}

/** Every page one can go to: side bar, phone bar and palette all read this. */
const NAV: NavGroup[] = [...DAILY, ...ADMINISTRATION];

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

/** Where one is: of `/leads` and `/leads/pool` the one that says more. */
export function useCurrentEntry(groups: NavGroup[]): string | undefined {
  const path = useRouterState({ select: (state) => state.location.pathname });
  return groups
    .flatMap((group) => group.entries.map((entry) => entry.to))
    .filter((to) => path === to || (to !== '/' && path.startsWith(`${to}/`)))
    .sort((a, b) => b.length - a.length)[0];
}
