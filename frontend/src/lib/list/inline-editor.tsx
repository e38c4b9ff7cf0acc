import { Tooltip } from 'antd';
import { type FocusEvent, useEffect, useRef, useState } from 'react';
import { isProblem } from '@/lib/api/problem';
import type { Row } from '@/lib/api/schema-types';
import { kindOf } from '@/lib/fields/registry';
import { cleared } from '@/lib/fields/text';
import { dropDraft, keepDraft, readDraft } from '@/lib/record/draft';
import type { Field } from '@/lib/resource/meta';
import { useToast } from '@/lib/resource/use-toast';

interface InlineEditorProps {
  field: Field;
  row: Row;
  save: (changes: Record<string, unknown>, shown: Record<string, unknown>) => Promise<unknown>;
  /** Editing is over: saved, or given up. */
  onClose: () => void;
}

interface Typed {
  value: unknown;
  shown: Record<string, unknown>;
}

const POPUPS = '.ant-select-dropdown, .ant-picker-dropdown, .ant-tooltip';

/**
 * One field, edited where it is read. Saved on Enter or on leaving and shown at once; if refused it comes back with
 * what was typed and the reason beside it.
 */
export function InlineEditor({ field, row, save, onClose }: InlineEditorProps) {
  const { Cell, Editor } = kindOf(field);
  const draftKey = field.kind === 'long_text' ? `${row.id}/${field.key}` : undefined;
  const [typed, setTyped] = useState<Typed>(() => ({
    value: (draftKey && readDraft(draftKey)[field.key]) ?? row[field.key],
    shown: {},
  }));
  const [isSaving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const toast = useToast();
  const live = useRef({ isMounted: true, isOver: false });
  useEffect(() => {
    live.current.isMounted = true;
    const state = live.current;
    return () => {
      state.isMounted = false;
    };
  }, []);

  const commit = async (value: unknown, shown: Record<string, unknown>) => {
    if (live.current.isOver) return;
    const final = typeof value === 'string' ? cleared(value) : value;
    if (isSame(final, row[field.key])) return cancel();
    live.current.isOver = true;
    setSaving(true);
    try {
      await save({ [field.key]: final }, shown);
      if (draftKey) dropDraft(draftKey);
      if (live.current.isMounted) onClose();
    } catch (error) {
      const reason = isProblem(error) ? (error.on(field.key) ?? error.message) : String(error);
      if (!live.current.isMounted) return toast.failed(error);
      live.current.isOver = false;
      setSaving(false);
      setTyped({ value, shown });
      setRefusal(reason);
    }
  };
  const cancel = () => {
    live.current.isOver = true;
    if (draftKey) dropDraft(draftKey);
    onClose();
  };
  const leave = (event: FocusEvent<HTMLDivElement>) => {
    const to = event.relatedTarget;
    if (to instanceof Element && (event.currentTarget.contains(to) || to.closest(POPUPS))) return;
    if (refusal) return;
    void commit(typed.value, typed.shown);
  };

  if (isSaving) {
    return (
      <span className="gx-inline-saved">
        <Cell value={row[field.key]} field={field} row={row} />
      </span>
    );
  }
  return (
    <Tooltip open={refusal !== undefined} title={refusal} color="var(--ant-color-error)" placement="bottomLeft">
      <div className="gx-inline" data-refused={refusal !== undefined || undefined} onBlur={leave}>
        <Editor
          value={typed.value}
          field={field}
          row={{ ...row, ...typed.shown }}
          autoFocus
          onChange={(value, shown = {}) => {
            setRefusal(undefined);
            setTyped({ value, shown });
            if (draftKey) keepDraft(draftKey, { [field.key]: value });
          }}
          onCommit={(value, shown = {}) => void commit(value, shown)}
          onCancel={cancel}
        />
        {refusal && (
          <span role="alert" className="gx-visually-hidden">
            {refusal}
          </span>
        )}
      </div>
    </Tooltip>
  );
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}
