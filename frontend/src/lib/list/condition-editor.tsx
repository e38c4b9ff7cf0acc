import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { kindOf } from '@/lib/fields/registry';
import { BARE_OPERATORS, type Leaf } from '@/lib/resource/filter';
import type { Field } from '@/lib/resource/meta';

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
