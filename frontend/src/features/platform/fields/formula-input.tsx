import { Button, Input } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '@/lib/fields/status-tag';
import { MenuButton } from '@/lib/menu/menu-button';
import { useLabel, useMeta } from '@/lib/resource/meta';
import { FUNCTIONS, isForFormulas, namesIn } from './custom-field';

interface FormulaInputProps {
  /** The records it is about. */
  of: string;
  id?: string;
  /** Given by `Form.Item`. */
  value?: string | null;
  onChange?: (formula: string) => void;
}

/** A formula: typed, with fields and functions to choose from, and what it names said in words below. */
export function FormulaInput({ of, id, value, onChange }: FormulaInputProps) {
  const { t } = useTranslation('custom_field');
  const label = useLabel();
  const { fields, byKey } = useMeta(of);
  const box = useRef<HTMLSpanElement>(null);
  const text = value ?? '';
  const insert = (part: string) => {
    const area = box.current?.querySelector('textarea');
    const at = area?.selectionEnd ?? text.length;
    onChange?.(text.slice(0, at) + part + text.slice(at));
    // Into the brackets of a function, else behind what was inserted.
    const caret = at + (part.includes('(') ? part.indexOf('(') + 1 : part.length);
    requestAnimationFrame(() => {
      area?.focus();
      area?.setSelectionRange(caret, caret);
    });
  };
  return (
    <span ref={box} className="gx-formula">
      <Input.TextArea
        id={id}
        value={text}
        maxLength={5000}
        spellCheck={false}
        autoSize={{ minRows: 3, maxRows: 10 }}
        placeholder={t('formula_example')}
        onChange={({ target }) => onChange?.(target.value)}
      />
      <span className="gx-formula-tools">
        <MenuButton
          items={fields.filter(isForFormulas).map(({ key, label: word }) => ({ key, label: label(word) || key }))}
          onChoose={insert}
          trigger={(props) => (
            <Button size="small" {...props}>
              {t('insert_field')}
            </Button>
          )}
        />
        <MenuButton
          items={FUNCTIONS.map((it) => ({ key: it, label: <code>{it}</code> }))}
          onChoose={insert}
          trigger={(props) => (
            <Button size="small" {...props}>
              {t('insert_function')}
            </Button>
          )}
        />
      </span>
      <span className="gx-formula-names" aria-live="polite">
        {namesIn(text).map((name) => {
          const field = byKey.get(name);
          const isKnown = field !== undefined && isForFormulas(field);
          return (
            <StatusTag key={name} color={isKnown ? undefined : 'red'}>
              {`${name} = ${isKnown ? label(field.label) : t('unknown_name')}`}
            </StatusTag>
          );
        })}
      </span>
    </span>
  );
}
