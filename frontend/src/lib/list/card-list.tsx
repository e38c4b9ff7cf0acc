import { useVirtualizer } from '@tanstack/react-virtual';
import { type ComponentType, useEffect, useRef } from 'react';
import { kindOf } from '@/lib/fields/registry';
import { useLabel } from '@/lib/resource/meta';
import { RecordLink } from '@/lib/resource/record-link';
import type { ListState } from '@/lib/resource/use-resource-list';
import type { CardProps } from './list-body';
import { keepPlace, placeOf } from './list-memory';
import './grid.css';
import { ToneIcon } from './tone-icon';

/** The same rows for a thumb: one card each, one column. */
export function CardList({ list, card: Card = PlainCard }: { list: ListState; card?: ComponentType<CardProps> }) {
  const scroller = useRef<HTMLDivElement>(null);
  const { count, rowAt, see, placeKey } = list;
  const label = useLabel();
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => 104,
    overscan: 6,
    initialOffset: () => placeOf(placeKey).scrollTop,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => see(first, last), [see, first, last]);
  return (
    <section
      ref={scroller}
      className="gx-cards"
      aria-label={label(list.meta?.label)}
      aria-busy={list.isStale}
      tabIndex={0}
      onScroll={(event) => keepPlace(placeKey, { scrollTop: event.currentTarget.scrollTop })}
    >
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map((item) => {
          const row = rowAt(item.index);
          return (
            <div
              key={item.key}
              data-index={item.index}
              ref={virtual.measureElement}
              className="gx-card-slot"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {row ? <Card row={row} list={list} /> : <div className="gx-card gx-card-pending" />}
            </div>
          );
        })}
      </div>
    </section>
  );
}

const CARD_FIELDS = 5;

/** Title, urgency, and the first columns of the view. */
function PlainCard({ row, list }: CardProps) {
  const label = useLabel();
  const tone = list.resource.toneOf?.(row) ?? 'none';
  const shown = list.shownColumns.slice(1, CARD_FIELDS + 1).filter(({ key }) => {
    const value = row[key];
    return value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
  });
  return (
    <article className="gx-card" data-tone={tone === 'none' ? undefined : tone}>
      <h3>
        <ToneIcon tone={tone} />
        <RecordLink path={list.resource.list} id={row.id}>
          {list.resource.titleOf(row)}
        </RecordLink>
      </h3>
      <dl>
        {shown.map(({ key, field }) => {
          const Cell = list.resource.cells?.[key] ?? kindOf(field).Cell;
          return (
            <div key={key}>
              <dt>{label(field.label)}</dt>
              <dd>
                <Cell value={row[key]} field={field} row={row} />
              </dd>
            </div>
          );
        })}
      </dl>
    </article>
  );
}
