import { type MouseEvent, memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/lib/api/schema-types';
import { kindOf } from '@/lib/fields/registry';
import type { Resource, Tone } from '@/lib/resource/define-resource';
import { RecordLink } from '@/lib/resource/record-link';
import type { ShownColumn } from './columns';
import { InlineEditor } from './inline-editor';
import { ToneIcon } from './tone-icon';

/** Stable for the life of the grid, so that rows repaint only when their own data change. */
export interface RowHandlers {
  onCell: (row: number, column: number, event: MouseEvent) => void;
  onEdit: (row: number, column: number) => void;
  /** The mouse goes down on a cell, and wanders over others. */
  onDown: (row: number, column: number) => void;
  onStretch: (row: number, column: number) => void;
  onToggle: (row: number, event: MouseEvent) => void;
  onClose: () => void;
  save: (row: Row, changes: Record<string, unknown>, shown: Record<string, unknown>) => Promise<unknown>;
}

interface GridRowProps {
  index: number;
  row: Row | undefined;
  top: number;
  resource: Resource;
  columns: ShownColumn[];
  isSelected: boolean;
  /** Column of the active cell, −1 when it is in another row. */
  active: number;
  editing: number;
  /** First and last column of the chosen cells, −1 when none are in this row. */
  rangeFrom: number;
  rangeTo: number;
  handlers: RowHandlers;
}

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { index, row, top, resource, columns, isSelected, active, editing, rangeFrom, rangeTo, handlers } = props;
  const { t } = useTranslation();
  const tone = row && resource.toneOf ? resource.toneOf(row) : 'none';
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className="gx-row"
      data-tone={tone === 'none' ? undefined : tone}
      data-active={active >= 0 || undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" aria-colindex={1} className="gx-cell gx-cell-check">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('select_row', { name: row ? resource.titleOf(row) : '' })}
          checked={isSelected}
          disabled={!row}
          onChange={() => {}}
          onClick={(event) => handlers.onToggle(index, event)}
        />
      </div>
      {columns.map((column, at) => (
        <GridCell
          key={column.key}
          index={index}
          at={at}
          row={row}
          column={column}
          resource={resource}
          tone={at === 0 ? tone : 'none'}
          isActive={active === at}
          isEditing={editing === at}
          isInRange={rangeFrom <= at && at <= rangeTo}
          handlers={handlers}
        />
      ))}
    </div>
  );
});

interface GridCellProps {
  index: number;
  at: number;
  row: Row | undefined;
  column: ShownColumn;
  resource: Resource;
  tone: Tone;
  isActive: boolean;
  isEditing: boolean;
  isInRange: boolean;
  handlers: RowHandlers;
}

const GridCell = memo(function GridCell(props: GridCellProps) {
  const { index, at, row, column, resource, tone, isActive, isEditing, isInRange, handlers } = props;
  const { field, left } = column;
  const Cell = resource.cells?.[field.key] ?? kindOf(field).Cell;
  const value = row?.[field.key];
  return (
    <div
      role="gridcell"
      id={`gx-cell-${index}-${at}`}
      aria-colindex={at + 2}
      className="gx-cell"
      data-align={kindOf(field).align}
      data-pinned={left === undefined ? undefined : true}
      data-active={isActive || undefined}
      style={left === undefined ? undefined : { left }}
      data-range={isInRange || undefined}
      onMouseDown={(event) => event.button === 0 && !event.shiftKey && handlers.onDown(index, at)}
      onMouseEnter={(event) => event.buttons === 1 && !isEditing && handlers.onStretch(index, at)}
      onClick={(event) => handlers.onCell(index, at, event)}
      onDoubleClick={() => handlers.onEdit(index, at)}
    >
      {!row && <span className="gx-pending" />}
      {row && isEditing && (
        <InlineEditor
          field={field}
          row={row}
          save={(changes, shown) => handlers.save(row, changes, shown)}
          onClose={handlers.onClose}
        />
      )}
      {row && !isEditing && (
        <span className="gx-cell-text">
          <ToneIcon tone={tone} />
          {at === 0 ? (
            <RecordLink path={resource.list} id={row.id}>
              <Title row={row} resource={resource} value={value} />
            </RecordLink>
          ) : (
            <Cell value={value} field={field} row={row} />
          )}
        </span>
      )}
    </div>
  );
});

/** The first column names the record, even where its own field is empty. */
function Title({ row, resource, value }: { row: Row; resource: Resource; value: unknown }) {
  return <>{typeof value === 'string' && value ? value : resource.titleOf(row)}</>;
}
