import { CloseOutlined } from '@ant-design/icons';
import { Button, Dropdown, Popover, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOf } from '@/lib/fields/registry';
import { type Filter, filterOf, groupOf, isComplete, isLeaf, type Leaf } from '@/lib/resource/filter';
import { useLabel } from '@/lib/resource/meta';
import type { ListState } from '@/lib/resource/use-resource-list';
import { ConditionEditor } from './filter-chip';
import { useGroupWords } from './use-filter-words';

interface FilterGroupChipProps {
  list: ListState;
  part: Filter;
  onChange: (part: Filter | undefined) => void;
}

/** Several conditions in one chip: (a or b) beside others that must all hold. */
export function FilterGroupChip({ list, part, onChange }: FilterGroupChipProps) {
  const { t } = useTranslation();
  const say = useGroupWords(list.fieldOf);
  const words = say(part);
  const [isOpen, setOpen] = useState(groupOf(part).parts.length === 0);
  const [draft, setDraft] = useState(() => groupOf(part));
  const finish = () => {
    setOpen(false);
    const parts = draft.parts.filter((it) => !isLeaf(it) || isComplete(it));
    onChange(filterOf({ match: draft.match, parts }));
  };
  return (
    <span className="gx-chip">
      <Popover
        open={isOpen}
        onOpenChange={(next) => (next ? setOpen(true) : finish())}
        trigger="click"
        placement="bottomLeft"
        destroyOnHidden
        content={<GroupEditor list={list} draft={draft} onChange={setDraft} onDone={finish} />}
      >
        <button type="button" className="gx-chip-text" aria-haspopup="dialog" aria-expanded={isOpen}>
          {words ? `(${words})` : t('filter.group')}
        </button>
      </Popover>
      <button
        type="button"
        className="gx-chip-close"
        aria-label={t('filter.remove', { name: words })}
        onClick={() => onChange(undefined)}
      >
        <CloseOutlined />
      </button>
    </span>
  );
}

type Draft = ReturnType<typeof groupOf>;

function GroupEditor(props: { list: ListState; draft: Draft; onChange: (draft: Draft) => void; onDone: () => void }) {
  const { list, draft, onChange, onDone } = props;
  const { t } = useTranslation();
  const label = useLabel();
  const replace = (at: number, leaf: Leaf) => onChange({ ...draft, parts: draft.parts.with(at, leaf) });
  const fields = list.fields.filter((it) => it.filterable);
  const add = (key: string) => {
    const field = list.fieldOf.get(key);
    if (field) onChange({ ...draft, parts: [...draft.parts, { field: key, op: kindOf(field).operators[0] ?? 'eq' }] });
  };
  return (
    <div className="gx-group">
      <Segmented
        size="small"
        value={draft.match}
        options={[
          { value: 'or', label: t('filter.any') },
          { value: 'and', label: t('filter.all') },
        ]}
        onChange={(match) => onChange({ ...draft, match: match as 'and' | 'or' })}
      />
      {draft.parts.map((part, at) => {
        const field = isLeaf(part) ? list.fieldOf.get(part.field) : undefined;
        if (!isLeaf(part) || !field) return null;
        return (
          <fieldset key={`${part.field} ${part.op}`}>
            <legend>{label(field.label)}</legend>
            <ConditionEditor field={field} leaf={part} onChange={(leaf) => replace(at, leaf)} onDone={onDone} />
          </fieldset>
        );
      })}
      <Dropdown
        trigger={['click']}
        menu={{
          className: 'gx-menu-tall',
          items: fields.map((it) => ({ key: it.key, label: label(it.label) })),
          onClick: ({ key }) => add(key),
        }}
      >
        <Button size="small">{t('filter.add')}</Button>
      </Dropdown>
    </div>
  );
}
