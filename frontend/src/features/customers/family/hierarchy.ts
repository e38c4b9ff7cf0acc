import { callPath } from '@/lib/api/client';

/** A company as the tree shows it. */
export interface Company {
  id: string;
  name: string;
  level?: string | null;
  owner_name?: string | null;
  deal_status?: string;
  is_key_account?: boolean;
  parent_id?: string | null;
}

export interface Hierarchy {
  /** The topmost first. */
  ancestors: Company[];
  /** The customer and those below it. */
  nodes: Company[];
  /** There are more than one may see. */
  partial: boolean;
  rollup: { customers: number; dealt: number | null; contacts: number | null } | null;
}

export interface Branch {
  company: Company;
  below: Branch[];
}

export const HIERARCHY = '/customers/{id}/hierarchy';

export function hierarchyQuery(id: string) {
  return {
    queryKey: [HIERARCHY, { id }],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      callPath<Hierarchy>('get', HIERARCHY, { path: { id }, query: { rollup: true }, signal }),
  };
}

/** The tree from its topmost company down; whose parent one may not see hangs on the customer itself. */
export function treeOf({ ancestors, nodes }: Hierarchy): Branch | undefined {
  const [self] = nodes;
  if (!self) return undefined;
  const known = new Set(nodes.map(({ id }) => id));
  const parentOf = (it: Company) => (it.parent_id && known.has(it.parent_id) ? it.parent_id : self.id);
  const branch = (company: Company): Branch => ({
    company,
    below: nodes.filter((it) => it !== self && parentOf(it) === company.id).map(branch),
  });
  return ancestors.reduceRight<Branch>((below, company) => ({ company, below: [below] }), branch(self));
}
