import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { callPath } from '@/lib/api/client';
import { type Label, useLabel } from '@/lib/resource/meta';

export interface Recipient {
  kind: string;
  ids?: string[];
}

/** Something that happens, and what the product does of itself about it. */
export interface EventInfo {
  event: string;
  label: Label;
  resource: string | null;
  variables: string[];
  /** Null: nobody is told. */
  usual: { recipients: Recipient[]; channels: string[] } | null;
  subject: Label;
  body: Label;
}

const NONE: EventInfo[] = [];

/** Every event there is, and how each is called. */
export function useEvents() {
  const label = useLabel();
  const found = useQuery({
    queryKey: ['/meta/events'],
    queryFn: ({ signal }) => callPath<{ items: EventInfo[] }>('get', '/meta/events', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const events = found.data?.items ?? NONE;
  const names = useMemo(() => new Map(events.map((it) => [it.event, it.label])), [events]);
  return { found, events, nameOf: (event: string) => label(names.get(event)) || event };
}
