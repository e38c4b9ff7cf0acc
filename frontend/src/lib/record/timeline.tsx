import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import type { Row } from '@/lib/api/schema-types';
import { StatusTag } from '@/lib/fields/status-tag';
import { FileLinks } from '@/lib/files/file-links';
import { filesIn } from '@/lib/files/files';
import { formatDate, formatFullTime, inZone } from '@/lib/format/date';
import { EmptyState, Failure } from '@/lib/list/list-states';
import { nameOf } from '@/lib/resource/define-resource';
import { useMeta } from '@/lib/resource/meta';
import type { RecordState } from '@/lib/resource/use-record';
import type { RowsPage, RowsSearch } from '@/lib/resource/use-rows';
import { ChangeLine } from './change-line';
import { changesOf, handsOf, type ServerEntry, textOfEntry } from './timeline-entry';

interface TimelineProps {
  of: RecordState;
  /** Part of the record's path, `timeline` or `history`. */
  path?: string;
  /** Where its entries are, if not below the record. */
  from?: TimelineSource;
  /** Shown above the entries, e.g. the box to log a follow-up. */
  children?: ReactNode;
}

/** Rows of a list that tell what happened. */
export interface TimelineSource {
  path: string;
  searchOf: (id: string) => RowsSearch;
  entryOf: (row: Row) => ServerEntry;
}

/** What happened to a record, newest first, by day. */
export function Timeline({ of: record, path = 'timeline', from, children }: TimelineProps) {
  const { t } = useTranslation();
  const { item } = record.resource;
  const found = useInfiniteQuery({
    queryKey: [from?.path ?? `${item}/${path}`, { id: record.id }],
    queryFn: async ({ pageParam, signal }) => {
      const { items, next_cursor } = await callPath<RowsPage>('get', from?.path ?? `${item}/${path}`, {
        path: { id: record.id },
        query: { ...from?.searchOf(record.id), limit: 30, cursor: pageParam },
        signal,
      });
      return { items: from ? items.map(from.entryOf) : (items as unknown as ServerEntry[]), next_cursor };
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
  const entries = found.data?.pages.flatMap((page) => page.items) ?? [];
  const days = new Map<string, ServerEntry[]>();
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

function Entry({ entry, record }: { entry: ServerEntry; record: RecordState }) {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const kind = entry.kind ?? 'change';
  const outcome = entry.data?.outcome;
  const hands = handsOf(entry);
  const text = textOfEntry(entry);
  const all = changesOf(entry);
  const own = nameOf(record.resource);
  // What happened below the record is told in the words of what it happened to.
  const { byKey } = useMeta(all.length > 0 ? (entry.resource ?? own) : own);
  const changes = isWhole ? all : all.slice(0, FEW_CHANGES);
  return (
    <li data-kind={kind}>
      <p className="gx-timeline-head">
        <b>{entry.actor_name || t('timeline.system')}</b>
        <span>
          {t(`timeline.${kind}.${entry.action}`, { defaultValue: entry.action })}
          {entry.record_name && ` · ${entry.record_name}`}
        </span>
        {typeof outcome === 'string' && outcome && (
          <StatusTag>{t(`activity.outcome.${outcome}`, { defaultValue: outcome })}</StatusTag>
        )}
        <time dateTime={entry.at} title={formatFullTime(entry.at)}>
          {inZone(entry.at).format('HH:mm')}
        </time>
      </p>
      {hands && (
        <p className="gx-timeline-change">
          {hands.from && <del>{hands.from}</del>} → <ins>{hands.to || t('empty_value')}</ins>
        </p>
      )}
      {text && <p className="gx-pre">{text}</p>}
      <FileLinks record={`/activities/${entry.record_id ?? entry.id}`} files={filesIn(entry.data?.attachments)} />
      {changes.map((change) => (
        <ChangeLine key={change.field} change={change} field={byKey.get(change.field)} />
      ))}
      {all.length > changes.length && (
        <button type="button" className="gx-plain" onClick={() => setWhole(true)}>
          {t('timeline.more', { count: all.length - changes.length })}
        </button>
      )}
    </li>
  );
}

const FEW_CHANGES = 5;
