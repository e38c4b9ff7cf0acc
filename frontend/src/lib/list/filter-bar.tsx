import { FilterOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOf } from '@/lib/fields/registry';
import { MenuButton } from '@/lib/menu/menu-button';
import { type Filter, type FilterGroup, filterOf, groupOf, isLeaf, type Leaf } from '@/lib/resource/filter';
import { type Field, useLabel } from '@/lib/resource/meta';
import type { ListState } from '@/lib/resource/use-resource-list';
import { FilterChip, prepareFilters } from './filter-chip';
import { FilterGroupChip } from './filter-group-chip';
import { MatchSwitch } from './match-switch';

interface FilterBarProps {
  list: ListState;
  /** Fields offered without opening the menu. */
  quick?: string[];
}

/** What is filtered by, as chips: each can be changed, taken off, and joined by "all" or "any". */
export function FilterBar({ list, quick = [] }: FilterBarProps) {
  const { t } = useTranslation();
  const [fresh, setFresh] = useState<string | null>(null);
  const [isGrouping, setGrouping] = useState(false);
  const group = groupOf(list.filter);
  const used = new Set(group.parts.flatMap((part) => (isLeaf(part) ? [part.field] : [])));

  const change = (next: FilterGroup) => {
    const filter = filterOf(next);
    list.change({ filter: filter ?? (list.view?.filter ? 'none' : undefined) }, true);
  };
  const replace = (at: number, part: Filter | undefined) => {
    const parts = part === undefined ? group.parts.filter((_, index) => index !== at) : group.parts.with(at, part);
    change({ ...group, parts });
  };
  const add = (part: Filter) => {
    setFresh(null);
    change({ ...group, parts: [...group.parts, part] });
  };
  const freshField = fresh ? list.fieldOf.get(fresh) : undefined;

  return (
    <div
      className="gx-filters"
      role="toolbar"
      aria-label={t('filter.title')}
      onPointerEnter={prepareFilters}
      onFocus={prepareFilters}
    >
      {group.parts.length > 1 && <MatchSwitch value={group.match} onChange={(match) => change({ ...group, match })} />}
      {group.parts.map((part, at) =>
        isLeaf(part) ? (
          <LeafChip key={JSON.stringify(part)} list={list} leaf={part} onChange={(next) => replace(at, next)} />
        ) : (
          <FilterGroupChip key={JSON.stringify(part)} list={list} part={part} onChange={(next) => replace(at, next)} />
        ),
      )}
      {freshField && (
        <FilterChip
          key={freshField.key}
          field={freshField}
          leaf={{ field: freshField.key, op: kindOf(freshField).operators[0] ?? 'eq' }}
          isFresh
          onChange={(leaf) => (leaf ? add(leaf) : setFresh(null))}
        />
      )}
      {quick
        .filter((key) => !used.has(key) && key !== fresh && list.fieldOf.get(key)?.filterable)
        .map((key) => (
          <QuickField key={key} list={list} name={key} onPick={setFresh} />
        ))}
      {isGrouping && (
        <FilterGroupChip
          list={list}
          part={{ or: [] }}
          onChange={(part) => {
            setGrouping(false);
            if (part) add(part);
          }}
        />
      )}
      <AddFilter list={list} onPick={setFresh} onGroup={() => setGrouping(true)} />
      {group.parts.length > 0 && (
        <Button type="link" size="small" onClick={() => change({ match: 'and', parts: [] })}>
          {t('clear_filters')}
        </Button>
      )}
    </div>
  );
}

function LeafChip({
  list,
  leaf,
  onChange,
}: {
  list: ListState;
  leaf: Leaf;
  onChange: (leaf: Leaf | undefined) => void;
}) {
  const field = list.fieldOf.get(leaf.field);
  return field ? <FilterChip field={field} leaf={leaf} onChange={onChange} /> : null;
}

function QuickField({ list, name, onPick }: { list: ListState; name: string; onPick: (key: string) => void }) {
  const label = useLabel();
  return (
    <Button size="small" type="dashed" className="gx-quick" onClick={() => onPick(name)}>
      {label(list.fieldOf.get(name)?.label)}
    </Button>
  );
}

const GROUP = '(group)';

interface AddFilterProps {
  list: ListState;
  onPick: (key: string) => void;
  onGroup: () => void;
}

function AddFilter({ list, onPick, onGroup }: AddFilterProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const fields = list.fields.filter((field: Field) => field.filterable);
  return (
    <MenuButton
      items={[
        { key: GROUP, label: t('filter.group') },
        ...fields.map((field) => ({ key: field.key, label: label(field.label) || field.key })),
      ]}
      onChoose={(key) => (key === GROUP ? onGroup() : onPick(key))}
      trigger={(props) => (
        <Button size="small" type="text" icon={list.filter ? <PlusOutlined /> : <FilterOutlined />} {...props}>
          {t('filter.add')}
        </Button>
      )}
    />
  );
}
