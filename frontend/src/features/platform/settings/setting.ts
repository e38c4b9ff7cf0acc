import { callPath } from '@/lib/api/client';
import type { Label } from '@/lib/resource/meta';

/** One setting, with what it takes. */
export interface Setting {
  key: string;
  group: string;
  label: Label;
  value: unknown;
  default: unknown;
  kind:
    | 'int'
    | 'decimal'
    | 'bool'
    | 'choice'
    | 'choices'
    | 'level_days'
    | 'minutes'
    | 'timezone'
    | 'currency'
    | 'hours'
    | 'condition'
    | 'contact_rules';
  min: number | string | null;
  max: number | string | null;
  /** Null is a value: no limit, or switched off. */
  nullable: boolean;
  choices: string[] | null;
  changed_at: string | null;
  changed_by_name: string | null;
}

export const settingsQuery = {
  queryKey: ['/settings'],
  queryFn: ({ signal }: { signal: AbortSignal }) => callPath<{ items: Setting[] }>('get', '/settings', { signal }),
};

/** Which groups of settings stand together on the page. */
const AREAS = {
  org: ['org'],
  lead: ['lead'],
  customer: ['customer'],
  duplicates: ['dup', 'uscc_check'],
  contact: ['contact', 'activity', 'visit', 'plan', 'report'],
  security: ['auth', 'access', 'audit', 'recycle_bin', 'apikey'],
  data: ['import', 'export', 'api'],
  notify: ['notify', 'sms'],
} as const;

export type Area = keyof typeof AREAS | 'other';

/** A group that this version does not know yet stands under "other". */
export function areaOf(setting: Pick<Setting, 'group'>): Area {
  for (const [area, groups] of Object.entries(AREAS)) {
    if ((groups as readonly string[]).includes(setting.group)) return area as Area;
  }
  return 'other';
}

/** The areas that have settings, in the order of the page. */
export function areasOf(settings: Setting[]): Area[] {
  const found = new Set(settings.map(areaOf));
  return [...(Object.keys(AREAS) as Area[]), 'other' as const].filter((area) => found.has(area));
}

export function isDefault({ value, default: usual }: Setting): boolean {
  return isSameValue(value, usual);
}

/** Objects are the same whatever the order of their keys. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) =>
    isSameValue((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
  );
}
