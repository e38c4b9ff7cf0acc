import { CloseOutlined } from '@ant-design/icons';
import { Popover, Skeleton } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { prepareEditors } from '@/lib/fields/later';
import { isComplete, type Leaf } from '@/lib/resource/filter';
import { type Field, useLabel } from '@/lib/resource/meta';
import { useFilterWords } from './use-filter-words';

const editor = () => import('./condition-editor');
const ConditionEditor = lazy(() => editor().then((it) => ({ default: it.ConditionEditor })));

/** At the first sign that somebody will filter, so that the window opens full. */
export function prepareFilters() {
  prepareEditors();
  editor().catch(() => undefined);
}

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
        content={
          <Suspense fallback={<Skeleton.Input active size="small" />}>
            <ConditionEditor field={field} leaf={draft} onChange={setDraft} onDone={finish} />
          </Suspense>
        }
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
