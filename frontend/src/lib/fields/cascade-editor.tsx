import { Cascader } from 'antd';
import { type FieldOption, useLabel } from '@/lib/resource/meta';
import type { EditorProps, FilterProps } from './field-kind';
import { branchesOf, pathTo, withBelow, withoutBelow } from './option-tree';

const search = {
  filter: (typed: string, path: { label?: unknown }[]) => path.some((it) => String(it.label).includes(typed)),
};

function valuesOf(options: FieldOption[], value: string): string[] {
  return pathTo(options, value).map((it) => it.value);
}

/** A word from a tree of words, level by level or by typing. */
export function CascadeEditor({ value, field, onChange, onCommit, onCancel, autoFocus, id }: EditorProps) {
  const label = useLabel();
  const options = field.options ?? [];
  const open = options.filter((it) => it.active !== false || it.value === value);
  return (
    <Cascader
      id={id}
      autoFocus={autoFocus}
      defaultOpen={autoFocus && Boolean(onCommit)}
      changeOnSelect
      allowClear={!field.required}
      showSearch={search}
      options={branchesOf(open, label)}
      value={typeof value === 'string' ? valuesOf(options, value) : undefined}
      onChange={(path) => onChange((path?.at(-1) as string | undefined) ?? null)}
      onOpenChange={(isOpen) => {
        if (!isOpen) onCommit?.(value ?? null);
      }}
      onKeyDown={(event) => event.key === 'Escape' && onCancel?.()}
    />
  );
}

export function CascadeFilter({ value, field, onChange }: FilterProps) {
  const label = useLabel();
  const options = field.options ?? [];
  const chosen = withoutBelow(options, Array.isArray(value) ? value.map(String) : []);
  return (
    <Cascader
      autoFocus
      multiple
      showSearch={search}
      showCheckedStrategy={Cascader.SHOW_PARENT}
      options={branchesOf(options, label)}
      value={chosen.map((it) => valuesOf(options, it))}
      onChange={(paths) =>
        onChange(
          withBelow(
            options,
            paths.map((path) => String(path.at(-1))),
          ),
        )
      }
    />
  );
}
