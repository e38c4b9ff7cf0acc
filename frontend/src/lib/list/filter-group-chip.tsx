import { CloseOutlined } from '@ant-design/icons';
import { Popover, Skeleton } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Filter, filterOf, groupOf, isComplete, isLeaf } from '@/lib/resource/filter';
import type { ListState } from '@/lib/resource/use-resource-list';
import { useGroupWords } from './use-filter-words';

const GroupEditor = lazy(() => import('./group-editor').then((it) => ({ default: it.GroupEditor })));

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
        content={
          <Suspense fallback={<Skeleton.Input active size="small" />}>
            <GroupEditor list={list} draft={draft} onChange={setDraft} onDone={finish} />
          </Suspense>
        }
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
