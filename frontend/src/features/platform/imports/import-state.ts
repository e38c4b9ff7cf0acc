/** An import as the server tells it. */
export interface ImportState {
  id: string;
  resource: string;
  filename: string;
  status: 'uploaded' | 'mapped' | 'checked' | 'running' | 'done' | 'partly_failed' | 'cancelled' | 'undone';
  /** What goes on in the background. */
  working: string | null;
  columns: string[];
  sample: unknown[][];
  mapping: Record<string, string | null>;
  fields: ImportField[];
  keys: string[];
  mode: 'create' | 'update' | 'upsert';
  duplicates: 'skip' | 'update' | 'create';
  key: string | null;
  owner_id: string | null;
  pool_id: string | null;
  counts: ImportCounts;
  processed: number;
  undone: number;
  error: string | null;
  allowed_actions: string[];
  created_at: string;
  created_by_name: string | null;
}

export interface ImportField {
  key: string;
  label: { zh: string; en: string };
  required: boolean;
  only_key: boolean;
}

export interface ImportCounts {
  total: number;
  created: number;
  updated: number;
  skipped: number;
  failed: number;
}

export interface ImportedRow {
  row: number;
  cells: unknown[];
  outcome: string | null;
  record_id: string | null;
  errors: { column: string | null; code: string; message: string }[];
}

/** What can be imported: the path, and the permission prefix. */
export const IMPORTABLE = [
  { resource: 'leads', key: 'lead' },
  { resource: 'customers', key: 'customer' },
  { resource: 'contacts', key: 'contact' },
] as const;

/** A cell as it stood in the sheet. */
export function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'object' ? Object.values(cell).join(' ') : String(cell);
}
