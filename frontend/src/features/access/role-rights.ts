/** One line of a role: a permission and how far it reaches. */
export interface Grant {
  permission: string;
  scope: Scope;
  departments?: string[];
}

/** What a role says about one field. */
export interface FieldRule {
  object: string;
  field: string;
  access: 'hidden' | 'read' | 'write';
  mask: 'none' | 'list' | 'always';
}

export type Scope =
  | 'self'
  | 'self_and_subordinates'
  | 'department'
  | 'department_and_below'
  | 'custom_departments'
  | 'all';

export const SCOPES: Scope[] = [
  'self',
  'self_and_subordinates',
  'department',
  'department_and_below',
  'custom_departments',
  'all',
];

export interface PermissionInfo {
  label: { zh: string; en: string };
  permission: string;
  object: string;
  action: string;
  object_label: { zh: string; en: string };
  action_label: { zh: string; en: string };
}

/** Permissions in the order of the catalogue, by what they are about. */
export function byObject(items: PermissionInfo[]): [PermissionInfo, PermissionInfo[]][] {
  const groups = new Map<string, PermissionInfo[]>();
  for (const it of items) groups.set(it.object, [...(groups.get(it.object) ?? []), it]);
  return [...groups.values()].flatMap((those) =>
    those[0] ? [[those[0], those] as [PermissionInfo, PermissionInfo[]]] : [],
  );
}

export function withGrant(grants: Grant[], permission: string, scope: Scope | undefined): Grant[] {
  const others = grants.filter((it) => it.permission !== permission);
  return scope ? [...others, { permission, scope }] : others;
}

/** A rule that says nothing is no rule. */
export function withRule(rules: FieldRule[], rule: FieldRule): FieldRule[] {
  const others = rules.filter((it) => it.object !== rule.object || it.field !== rule.field);
  return rule.access === 'write' && rule.mask === 'none' ? others : [...others, rule];
}
