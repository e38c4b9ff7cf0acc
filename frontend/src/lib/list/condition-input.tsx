import { PlusOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOf } from '@/lib/fields/registry';
import { MenuButton } from '@/lib/menu/menu-button';
import { type Filter, filterOf, groupOf, isLeaf } from '@/lib/resource/filter';
import { useLabel, useMeta } from '@/lib/resource/meta';
import { FilterChip } from './filter-chip';
import { useGroupWords } from './use-filter-words';
import './list.css';

interface ConditionInputProps {
  /** What it is about, as `/meta/…` names it. */
  of: string;
  /** Given by `Form.Item`. */
  value?: Filter | null;
  onChange?: (filter: Filter | null) => void;
}

/** Which records a rule is about, in the words of the filter bar. What this version cannot show it keeps. */
export function ConditionInput({ of: resource, value, onChange }: ConditionInputProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const { fields, byKey } = useMeta(resource);
  const [fresh, setFresh] = useState<string | null>(null);
  const [match, setMatch] = useState<'and' | 'or'>(groupOf(value ?? undefined).match);
  const say = useGroupWords(byKey);
  const { parts } = groupOf(value ?? undefined);
  const change = (next: Filter[], how = match) => onChange?.(filterOf({ match: how, parts: next }) ?? null);
  const freshField = fresh ? byKey.get(fresh) : undefined;
  return (
    // A condition is a form of its own: to apply it is not to save the rule.
    <div className="gx-condition" onSubmit={(event) => event.stopPropagation()}>
      {parts.length > 1 && (
        <Segmented
          size="small"
          value={match}
          options={[
            { value: 'and', label: t('filter.all') },
            { value: 'or', label: t('filter.any') },
          ]}
          onChange={(how) => {
            setMatch(how as 'and' | 'or');
            change(parts, how as 'and' | 'or');
          }}
        />
      )}
      {parts.map((part, at) => {
        const field = isLeaf(part) ? byKey.get(part.field) : undefined;
        if (!isLeaf(part) || !field) return <code key={JSON.stringify(part)}>{say(part)}</code>;
        return (
          <FilterChip
            key={JSON.stringify(part)}
            field={field}
            leaf={part}
            onChange={(next) => change(next ? parts.with(at, next) : parts.filter((_, index) => index !== at))}
          />
        );
      })}
      {freshField && (
        <FilterChip
          key={freshField.key}
          field={freshField}
          leaf={{ field: freshField.key, op: kindOf(freshField).operators[0] ?? 'eq' }}
          isFresh
          onChange={(leaf) => {
            setFresh(null);
            if (leaf) change([...parts, leaf]);
          }}
        />
      )}
      <MenuButton
        items={fields
          .filter((field) => field.filterable)
          .map((field) => ({ key: field.key, label: label(field.label) || field.key }))}
        onChoose={setFresh}
        trigger={(props) => (
          <Button size="small" type="dashed" icon={<PlusOutlined />} {...props}>
            {t('filter.add_condition')}
          </Button>
        )}
      />
    </div>
  );
}
