export const LEVELS = ['A', 'B', 'C', 'D'] as const;
export const RECYCLE_KINDS = ['no_followup', 'no_deal'] as const;

/** When customers of a pool go back into it. */
export interface RecycleRule {
  kind: string;
  /** By level; null is never. */
  days: Record<string, number | null>;
  include_dealt: boolean;
  include_with_open_opportunity: boolean;
  exempt_tags: string[];
  enabled: boolean;
}

/** The rule of a kind; one that is off where there is none. */
export function ruleOf(rules: RecycleRule[], kind: string): RecycleRule {
  const none = { A: null, B: null, C: null, D: null };
  const off = { include_dealt: false, include_with_open_opportunity: false, exempt_tags: [], enabled: false };
  return rules.find((it) => it.kind === kind) ?? { kind, days: none, ...off };
}
