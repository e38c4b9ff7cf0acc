import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOf } from '@/lib/fields/registry';
import { useFieldName } from '@/lib/resource/use-field-name';
import type { ListState } from '@/lib/resource/use-resource-list';
import { changeColumn, clampWidth, moveColumn, type ShownColumn } from './columns';
import type { Selection } from './use-selection';

/** Names of the columns: a click sorts, the edge resizes, dragging moves. */
export function GridHeader({ list, selection }: { list: ListState; selection: Selection }) {
  const { t } = useTranslation();
  const [dragged, setDragged] = useState<string | null>(null);
  const some = selection.size > 0 || selection.isAll;
  return (
    <div role="rowgroup" className="gx-head">
      <div role="row" aria-rowindex={1} className="gx-row gx-row-head">
        <div role="columnheader" aria-colindex={1} className="gx-cell gx-cell-check">
          <input
            type="checkbox"
            aria-label={t('select_all_loaded')}
            checked={some}
            ref={(box) => {
              if (box) box.indeterminate = some && !selection.isAll && selection.size < list.count;
            }}
            onChange={() => (some ? selection.clear() : selection.selectLoaded())}
          />
        </div>
        {list.shownColumns.map((column, at) => (
          <HeaderCell
            key={column.key}
            list={list}
            column={column}
            at={at}
            onDrag={setDragged}
            onDrop={() => dragged && list.setColumns(moveColumn(list.columns, dragged, column.key))}
          />
        ))}
      </div>
    </div>
  );
}

interface HeaderCellProps {
  list: ListState;
  column: ShownColumn;
  at: number;
  onDrag: (key: string | null) => void;
  onDrop: () => void;
}

function HeaderCell({ list, column, at, onDrag, onDrop }: HeaderCellProps) {
  const { field, left } = column;
  const first = list.sort?.split(',')[0];
  const direction = first === field.key ? 'ascending' : first === `-${field.key}` ? 'descending' : 'none';
  const next = direction === 'none' ? field.key : direction === 'ascending' ? `-${field.key}` : undefined;
  const name = useFieldName(list.resource)(field);
  return (
    <div
      role="columnheader"
      aria-colindex={at + 2}
      aria-sort={direction}
      className="gx-cell"
      data-align={kindOf(field).align}
      data-pinned={left === undefined ? undefined : true}
      style={left === undefined ? undefined : { left }}
      draggable
      onDragStart={() => onDrag(column.key)}
      onDragEnd={() => onDrag(null)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      {field.sortable ? (
        <button type="button" className="gx-sort" onClick={() => list.change({ sort: next })}>
          <span className="gx-ellipsis">{name}</span>
          {direction === 'ascending' && <ArrowUpOutlined />}
          {direction === 'descending' && <ArrowDownOutlined />}
        </button>
      ) : (
        <span className="gx-ellipsis">{name}</span>
      )}
      <Resizer list={list} column={column} />
    </div>
  );
}

function Resizer({ list, column }: { list: ListState; column: ShownColumn }) {
  const start = useRef<{ x: number; width: number } | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLSpanElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width: column.width };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!start.current) return;
    const width = clampWidth(start.current.width + event.clientX - start.current.x);
    if (width !== column.width) list.setColumns(changeColumn(list.columns, column.key, { width }));
  };
  return (
    <span
      className="gx-resizer"
      aria-hidden="true"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        start.current = null;
      }}
    />
  );
}
