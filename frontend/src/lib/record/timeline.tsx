import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { kindOf } from '@/lib/fields/registry';
import { formatDate, formatFullTime, inZone } from '@/lib/format/date';
import { EmptyState, Failure } from '@/lib/list/list-states';
import { type Field, useLabel } from '@/lib/resource/meta';
import type { RecordState } from '@/lib/resource/use-record';

/** One thing that happened, as the server tells it. */
export interface TimelineEntry {
  id: string;
  /** What happened, `activity.call`, `lead.claimed`, `lead.updated`: words under `timeline.…` of the area. */
  kind: string;
  at: string;
  actor_name?: string | null;
  title?: string | null;
  content?: string | null;
  changes?: { field: string; old: unknown; new: unknown; old_name?: string | null; new_name?: string | null }[];
}

interface TimelineProps {
  of: RecordState;
  /** Part of the record's path, `timeline` or `history`. */
  path?: string;
  /** Shown above the entries, e.g. the box to log a follow-up. */
  children?: ReactNode;
}

/** What happened to a record, newest first, by day. */
export function Timeline({ of: record, path = 'timeline', children }: TimelineProps) {
  const { t } = useTranslation();
  const { item } = record.resource;
  const found = useInfiniteQuery({
    queryKey: [`${item}/${path}`, { id: record.id }],
    queryFn: ({ pageParam, signal }) =>
      callPath<{ items: TimelineEntry[]; next_cursor: string | null }>('get', `${item}/${path}`, {
        path: { id: record.id },
        query: { limit: 30, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
  const entries = found.data?.pages.flatMap((page) => page.items) ?? [];
  const days = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    const day = formatDate(inZone(entry.at).format());
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return (
    <div className="gx-timeline">
      {children}
      {found.isPending && <Skeleton active avatar paragraph={{ rows: 3 }} />}
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data && entries.length === 0 && <EmptyState title={t('timeline.empty')} />}
      {[...days].map(([day, those]) => (
        <section key={day} aria-label={day}>
          <h2>{day}</h2>
          <ol>
            {those.map((entry) => (
              <Entry key={entry.id} entry={entry} record={record} />
            ))}
          </ol>
        </section>
      ))}
      {found.hasNextPage && (
        <Button type="link" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('load_more')}
        </Button>
      )}
    </div>
  );
}

function Entry({ entry, record }: { entry: TimelineEntry; record: RecordState }) {
  const { t } = useTranslation();
  const words = t(`${record.resource.key}:timeline.${entry.kind.replaceAll('.', '_')}`, {
    defaultValue: t(`timeline.${entry.kind.replaceAll('.', '_')}`, { defaultValue: entry.title ?? entry.kind }),
  });
  return (
    <li data-kind={entry.kind}>
      <p className="gx-timeline-head">
        <b>{entry.actor_name || t('timeline.system')}</b> <span>{words}</span>
        <time dateTime={entry.at} title={formatFullTime(entry.at)}>
          {inZone(entry.at).format('HH:mm')}
        </time>
      </p>
      {entry.content && <p className="gx-pre">{entry.content}</p>}
      {entry.changes?.map((change) => (
        <Change key={change.field} change={change} field={record.fieldOf.get(change.field)} />
      ))}
    </li>
  );
}

function Change({ change, field }: { change: NonNullable<TimelineEntry['changes']>[number]; field?: Field }) {
  const { t } = useTranslation();
  const label = useLabel();
  const show = (value: unknown, name: string | null | undefined) => {
    if (name) return name;
    if (value === null || value === undefined || value === '') return t('empty_value');
    if (!field) return String(value);
    const { Cell } = kindOf(field);
    return <Cell value={value} field={field} row={{ id: '', version: 0, [field.key]: value }} />;
  };
  return (
    <p className="gx-timeline-change">
      <span className="gx-faint">{field ? label(field.label) : change.field}</span>
      <del>{show(change.old, change.old_name)}</del> → <ins>{show(change.new, change.new_name)}</ins>
    </p>
  );
}
