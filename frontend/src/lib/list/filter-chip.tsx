import { CloseOutlined } from '@ant-design/icons';
import { Button, Popover, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOf } from '@/lib/fields/registry';
import { BARE_OPERATORS, isComplete, type Leaf } from '@/lib/resource/filter';
import { type Field, useLabel } from '@/lib/resource/meta';
import { useFilterWords } from './use-filter-words';

interface FilterChipProps {
  field: Field;
  leaf: Leaf;
  onChange: (leaf: Leaf | undefined) => void;
  /** Just added: open, and gone again if nothing is said. */
  isFresh?: boolean;
}

/** One condition: read as a sentence, changed in a small window. */
export function FilterChip({ field, leaf, onChange, isFresh = false }: FilterChipProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const words = useFilterWords();
  const [isOpen, setOpen] = useState(isFresh);
  const [draft, setDraft] = useState(leaf);

  const toggle = (next: boolean) => {
    if (next) setDraft(leaf);
    setOpen(next);
    if (!next) finish();
  };
  const finish = () => {
    setOpen(false);
    if (isComplete(draft)) onChange(draft);
    else if (isFresh) onChange(undefined);
  };

  return (
    <span className="gx-chip" data-fresh={isFresh || undefined}>
      <Popover
        open={isOpen}
        onOpenChange={toggle}
        trigger="click"
        placement="bottomLeft"
        destroyOnHidden
        content={<ConditionEditor field={field} leaf={draft} onChange={setDraft} onDone={finish} />}
      >
        <button type="button" className="gx-chip-text" aria-haspopup="dialog" aria-expanded={isOpen}>
          <b>{label(field.label) || field.key}</b> {words(field, leaf)}
        </button>
      </Popover>
      <button
        type="button"
        className="gx-chip-close"
        aria-label={t('filter.remove', { name: label(field.label) })}
        onClick={() => onChange(undefined)}
      >
        <CloseOutlined />
      </button>
    </span>
  );
}

interface ConditionEditorProps {
  field: Field;
  leaf: Leaf;
  onChange: (leaf: Leaf) => void;
  onDone: () => void;
}

export function ConditionEditor({ field, leaf, onChange, onDone }: ConditionEditorProps) {
  const { t } = useTranslation();
  const { operators, Filter } = kindOf(field);
  // A value stays when the new operator takes the same shape of value.
  const shape = (op: string) =>
    op === 'in' || op === 'not_in' ? 'many' : op === 'between' ? 'range' : op.endsWith('_n_days') ? 'days' : 'one';
  const setOperator = (op: string) =>
    onChange({
      field: leaf.field,
      op,
      ...(!BARE_OPERATORS.has(op) && shape(op) === shape(leaf.op) ? { value: leaf.value } : {}),
    });
  return (
    <form
      className="gx-condition"
      onSubmit={(event) => {
        event.preventDefault();
        onDone();
      }}
    >
      <Select
        size="small"
        aria-label={t('filter.operator')}
        value={leaf.op}
        options={operators.map((op) => ({ value: op, label: t(`op.${op}`) }))}
        onChange={setOperator}
        popupMatchSelectWidth={false}
      />
      {!BARE_OPERATORS.has(leaf.op) && (
        <Filter
          key={shape(leaf.op)}
          value={leaf.value}
          op={leaf.op}
          field={field}
          onChange={(value) => onChange({ ...leaf, value })}
        />
      )}
      <Button size="small" type="primary" htmlType="submit">
        {t('apply')}
      </Button>
    </form>
  );
}
