import { nameKeyOf } from '@/lib/resource/meta';
import { RecordLink } from '@/lib/resource/record-link';
import type { CellProps, FieldKind } from './field-kind';
import { laterEditor, laterFilter } from './later';
import { textOf } from './text';

function shownName({ value, field, row }: CellProps): string {
  const name = textOf(row[nameKeyOf(field.key)]);
  // Part of an id tells records apart; of people it would say nothing.
  return name || (field.kind === 'reference' ? textOf(value).slice(0, 8) : '');
}

/** Where records of that kind are listed. */
export function pathOf(target: string | null | undefined, kind: string): string {
  if (target) return `/${target}`;
  return kind === 'user' ? '/users' : kind === 'department' ? '/departments' : '/';
}

function ReferenceCell(props: CellProps) {
  const name = shownName(props);
  if (!name) return null;
  return (
    <RecordLink path={pathOf(props.field.target, props.field.kind)} id={textOf(props.value)}>
      {name}
    </RecordLink>
  );
}

function PersonCell(props: CellProps) {
  const name = shownName(props);
  if (!name) return null;
  return (
    <span className="gx-person">
      <span className="gx-avatar" aria-hidden="true">
        {/[一-鿿]/.test(name) ? name.slice(-1) : name.slice(0, 1).toUpperCase()}
      </span>
      <span className="gx-ellipsis">{name}</span>
    </span>
  );
}

function DepartmentCell(props: CellProps) {
  return <>{shownName(props)}</>;
}

export const reference: FieldKind = {
  width: 160,
  Cell: ReferenceCell,
  Editor: laterEditor((all) => all.RelationEditor),
  Filter: laterFilter((all) => all.RelationFilter),
  operators: ['in', 'not_in', 'is_null', 'is_not_null'],
  toText: (value, field, row) => shownName({ value, field, row }),
  // Names are not unique: a record is chosen, never pasted.
  fromText: () => undefined,
};

export const user: FieldKind = { ...reference, width: 130, Cell: PersonCell };
export const department: FieldKind = { ...reference, width: 130, Cell: DepartmentCell };
