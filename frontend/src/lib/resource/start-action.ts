import { create } from 'zustand';
import type { Row } from '@/lib/api/schema-types';
import type { BatchResult, Subject } from './batch';
import type { RecordAction, Resource } from './define-resource';

interface Target {
  record?: Row;
  subject?: Subject;
  count: number;
  onDone?: () => void;
}

interface ActionRequest extends Target {
  resource: Resource;
  action: RecordAction;
}

interface Shown {
  request: ActionRequest | null;
  result: { resource: Resource; result: BatchResult } | null;
}

/** One dialog for all actions, wherever they were started: header, row menu, bulk bar, palette. */
export const useActionRequest = create<Shown>(() => ({ request: null, result: null }));

export function startAction(resource: Resource, action: RecordAction, target: Target) {
  useActionRequest.setState({ request: { resource, action, ...target } });
}

export function showBatchResult(resource: Resource, result: BatchResult) {
  useActionRequest.setState({ result: { resource, result } });
}

/** The actions of a resource that may be done to this record now. */
export function actionsFor(resource: Resource, row: Row): RecordAction[] {
  const allowed = new Set(row.allowed_actions ?? []);
  return (resource.actions ?? []).filter((action) => allowed.has(action.name));
}
