import { create } from 'zustand';
import type { Row } from '@/lib/api/schema-types';
import type { Resource } from '@/lib/resource/define-resource';

/** Of a resource only what is needed to write to it: cells ask too, and those are part of its definition. */
export type FollowedUp = Pick<Resource, 'key' | 'list' | 'item'>;

export interface FollowUp {
  resource: FollowedUp;
  row: Pick<Row, 'id'> & { name?: unknown };
  /** How one speaks to them, where that is known. */
  kind?: string;
  /** Where the report goes, if not to the record itself: it may carry out what was planned. */
  send?: (report: Record<string, unknown>) => Promise<unknown>;
}

interface Shown {
  request: FollowUp | null;
}

/** Whom a follow-up is to be written down for; lists, boards and cards ask, one dialog of the shell answers. */
export const useFollowUpRequest = create<Shown>(() => ({ request: null }));

export function logFollowUp(resource: FollowedUp, row: FollowUp['row'], more: Pick<FollowUp, 'kind' | 'send'> = {}) {
  useFollowUpRequest.setState({ request: { resource, row, ...more } });
}
