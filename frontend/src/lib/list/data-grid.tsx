import { useNavigate, useRouter } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { prepareEditors } from '@/lib/fields/later';
import { kindOf } from '@/lib/fields/registry';
import { useLabel } from '@/lib/resource/meta';
import type { ListState } from '@/lib/resource/use-resource-list';
import { CHECK_WIDTH } from './columns';
import { copyCells } from './copy-cells';
import { GridHeader } from './grid-header';
import { type Cell, onGridKey } from './grid-keys';
import { GridRow, type RowHandlers } from './grid-row';
import { keepPlace, placeOf } from './list-memory';
import { type Range, rangeOf } from './range';
import { HEADER_HEIGHT, ROW_HEIGHT, reveal } from './reveal';
import { usePaste } from './use-paste';
import { useSelection } from './use-selection';
import './grid.css';

const NOWHERE: Cell = { row: -1, column: -1 };

/** Rows and columns to look at, walk through and type in. Only what is in sight exists; the grid itself holds the focus. */
export function DataGrid({ list }: { list: ListState }) {
  const { t } = useTranslation();
  const label = useLabel();
  const router = useRouter();
  const navigate = useNavigate();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<Cell>(() => placeOf(list.placeKey).active);
  const [editing, setEditing] = useState<Cell>(NOWHERE);
  const { shownColumns: columns, count, rowAt, see, placeKey } = list;
  const selection = useSelection(list);
  const paste = usePaste(list);
  // The corner from which Shift and the mouse stretch; a range exists once it is wider than a column or was drawn.
  const anchor = useRef(active);
  const [range, setRange] = useState<Range>();

  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    initialOffset: () => placeOf(placeKey).scrollTop,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => see(first, last), [see, first, last]);
  useEffect(() => keepPlace(placeKey, { active }), [placeKey, active]);
  // Whoever comes to a list, or back to it, walks on by keyboard from where he was.
  useEffect(() => {
    if (document.activeElement === document.body) scroller.current?.focus({ preventScroll: true });
  }, []);
  useLayoutEffect(() => {
    const { scrollTop } = placeOf(placeKey);
    if (scroller.current && scroller.current.scrollTop !== scrollTop) scroller.current.scrollTop = scrollTop;
  }, [placeKey]);

  const go = (to: Cell, isExtending: boolean) => {
    if (!isExtending) anchor.current = to;
    else if (!range && to.column === anchor.current.column) selection.extendTo(to.row, active.row);
    const isRange = isExtending && (range !== undefined || to.column !== anchor.current.column);
    setRange(isRange ? rangeOf(anchor.current, to) : undefined);
    setActive(to);
    if (scroller.current) reveal(scroller.current, to, columns);
  };
  const edit = ({ row, column }: Cell) => {
    const field = columns[column]?.field;
    const record = rowAt(row);
    const isLocked = record?.allowed_actions && !record.allowed_actions.includes('update');
    if (!field?.writable || kindOf(field).Panel || !record || isLocked) return false;
    setActive({ row, column });
    setEditing({ row, column });
    return true;
  };
  const open = ({ row }: Cell) => {
    const record = rowAt(row);
    const to = `${list.resource.list}/$id`;
    if (record && to in router.routesByPath) void navigate({ to, params: { id: record.id } } as never);
  };

  // Handlers stay the same for the life of the grid and read the newest state through this.
  const newest = useRef({ edit, list, selection });
  newest.current = { edit, list, selection };
  const [handlers] = useState<RowHandlers>(() => ({
    onCell: (row, column, event) => {
      // A click in a grid chooses a cell; numbers are dialled from the card and the record.
      if (event.target instanceof Element && event.target.closest('a[href^="tel:"], a[href^="mailto:"]'))
        event.preventDefault();
      if (event.shiftKey) newest.current.selection.extendTo(row);
      anchor.current = { row, column };
      setRange(undefined);
      setActive({ row, column });
    },
    onDown: (row, column) => {
      anchor.current = { row, column };
    },
    onStretch: (row, column) => {
      setRange(rangeOf(anchor.current, { row, column }));
      setActive({ row, column });
      scroller.current?.focus({ preventScroll: true });
    },
    onEdit: (row, column) => newest.current.edit({ row, column }),
    onToggle: (row, event) => newest.current.selection.toggle(row, event.shiftKey),
    onClose: () => {
      setEditing(NOWHERE);
      scroller.current?.focus({ preventScroll: true });
    },
    save: (row, changes, shown) => newest.current.list.edit(row, changes, shown),
  }));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current) return;
    prepareEditors();
    const page = Math.max(1, Math.floor((scroller.current.clientHeight - HEADER_HEIGHT) / ROW_HEIGHT) - 1);
    const isHandled = onGridKey(
      event,
      active,
      { rows: count, columns: columns.length, page },
      {
        move: go,
        edit: () => edit(active) || open(active),
        open: () => open(active),
        toggle: () => selection.toggle(active.row, false),
        selectAll: selection.selectLoaded,
        clear: () => (range ? setRange(undefined) : selection.clear()),
        copy: () => void copyCells(list, active, range, label),
      },
    );
    if (isHandled) event.preventDefault();
  };

  const template = `${CHECK_WIDTH}px ${columns.map((it) => `${it.width}px`).join(' ')} minmax(24px, 1fr)`;
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      className="gx-grid"
      aria-label={label(list.meta?.label)}
      aria-rowcount={count + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable="true"
      aria-busy={list.isStale}
      aria-activedescendant={count > 0 ? `gx-cell-${active.row}-${active.column}` : undefined}
      aria-describedby="gx-grid-help"
      style={{ '--gx-columns': template } as CSSProperties}
      onPointerEnter={prepareEditors}
      onKeyDown={onKeyDown}
      onPaste={(event) => {
        if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
        event.preventDefault();
        void paste(event.clipboardData.getData('text/plain'), range ?? rangeOf(active, active));
      }}
      onScroll={(event) => keepPlace(placeKey, { scrollTop: event.currentTarget.scrollTop })}
    >
      <span id="gx-grid-help" className="gx-visually-hidden">
        {t('grid_help')}
      </span>
      <GridHeader list={list} selection={selection} />
      <div role="rowgroup" className="gx-rows" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rowAt(item.index);
          return (
            <GridRow
              key={item.key}
              index={item.index}
              row={row}
              top={item.start}
              resource={list.resource}
              columns={columns}
              isSelected={row !== undefined && selection.has(row.id)}
              active={active.row === item.index ? active.column : -1}
              editing={editing.row === item.index ? editing.column : -1}
              rangeFrom={isWithin(range, item.index) ? range.left : -1}
              rangeTo={isWithin(range, item.index) ? range.right : -1}
              handlers={handlers}
            />
          );
        })}
      </div>
    </div>
  );
}

function isWithin(range: Range | undefined, row: number): range is Range {
  return range !== undefined && range.top <= row && row <= range.bottom;
}
