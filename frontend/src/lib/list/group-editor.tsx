import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { kindOf } from '@/lib/fields/registry';
import { MenuButton } from '@/lib/menu/menu-button';
import { type groupOf, isLeaf, type Leaf } from '@/lib/resource/filter';
import { useLabel } from '@/lib/resource/meta';
import type { ListState } from '@/lib/resource/use-resource-list';
import { ConditionEditor } from './condition-editor';
import { MatchSwitch } from './match-switch';

type Draft = ReturnType<typeof groupOf>;

export function GroupEditor(props: {
  list: ListState;
  draft: Draft;
  onChange: (draft: Draft) => void;
  onDone: () => void;
}) {
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
      <MatchSwitch value={draft.match} onChange={(match) => onChange({ ...draft, match })} />
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
      <MenuButton
        items={fields.map((it) => ({ key: it.key, label: label(it.label) }))}
        onChoose={add}
        trigger={(props) => (
          <Button size="small" {...props}>
            {t('filter.add')}
          </Button>
        )}
      />
    </div>
  );
}
