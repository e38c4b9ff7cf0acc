/** How often some customers or leads are to be spoken to, beside the intervals of their levels. */
export interface ContactRule {
  object: 'customer' | 'lead';
  level: string | null;
  lifecycle: string | null;
  relationship: string | null;
  /** Null: they are not due by themselves. */
  days: number | null;
  due_soon_days: number | null;
  active: boolean;
}

const NEW: ContactRule = {
  object: 'customer',
  level: null,
  lifecycle: null,
  relationship: null,
  days: 7,
  due_soon_days: null,
  active: true,
};

export function rulesOf(value: unknown): ContactRule[] {
  if (!Array.isArray(value)) return [];
  return value.map((it: Partial<ContactRule>) => ({ ...NEW, days: null, ...it }));
}

export function withRule(rules: ContactRule[]): ContactRule[] {
  return [...rules, NEW];
}

/** The rules with one changed; of leads nobody knows a life cycle or a relationship. */
export function changeRule(rules: ContactRule[], at: number, changes: Partial<ContactRule>): ContactRule[] {
  return rules.map((rule, index) => {
    if (index !== at) return rule;
    const next = { ...rule, ...changes };
    return next.object === 'lead' ? { ...next, lifecycle: null, relationship: null } : next;
  });
}
