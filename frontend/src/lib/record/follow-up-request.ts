import { create } from 'zustand';
import type { Row } from '@/lib/api/schema-types';
import type { Resource } from '@/lib/resource/define-resource';

/** Of a resource only what is needed to write to it: cells ask too, and those are part of its definition. */
export type FollowedUp = Pick<Resource, 'key' | 'list' | 'item'>;

interface Shown {
  request: { resource: FollowedUp; row: Row } | null;
}

/** Whom a follow-up is to be written down for; lists, boards and cards ask, one dialog answers. */
export const useFollowUpRequest = create<Shown>(() => ({ request: null }));

export function logFollowUp(resource: FollowedUp, row: Row) {
  useFollowUpRequest.setState({ request: { resource, row } });
}
