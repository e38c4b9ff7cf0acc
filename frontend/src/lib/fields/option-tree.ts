import type { FieldOption } from '@/lib/resource/meta';
import type { LabelOf } from './field-kind';

/** Whether some words stand below others: provinces and their cities. */
export function isTree(options: FieldOption[] | null | undefined): boolean {
  return options?.some((it) => it.parent) ?? false;
}

const byValue = new WeakMap<FieldOption[], Map<string, FieldOption>>();

function indexOf(options: FieldOption[]): Map<string, FieldOption> {
  const known = byValue.get(options) ?? new Map(options.map((it) => [it.value, it]));
  byValue.set(options, known);
  return known;
}

/** The way down to a word: from the top to itself. Three levels at most, whatever the words say. */
export function pathTo(options: FieldOption[], value: string): FieldOption[] {
  const index = indexOf(options);
  const path: FieldOption[] = [];
  for (let it = index.get(value); it && path.length < 4; it = it.parent ? index.get(it.parent) : undefined) {
    path.unshift(it);
  }
  return path;
}

/** `上海市 / 浦东新区`; empty for a word that is not there. */
export function pathWords(options: FieldOption[] | null | undefined, value: unknown, label: LabelOf): string {
  if (!options || typeof value !== 'string') return '';
  return pathTo(options, value)
    .map((it) => label(it.label))
    .join(' / ');
}

export interface Branch {
  value: string;
  label: string;
  children?: Branch[];
}

/** The words as a tree to choose from. */
export function branchesOf(options: FieldOption[], label: LabelOf): Branch[] {
  const below = new Map<string | undefined, FieldOption[]>();
  for (const it of options) {
    const parent = it.parent ?? undefined;
    below.set(parent, [...(below.get(parent) ?? []), it]);
  }
  const grow = (parent: string | undefined): Branch[] | undefined =>
    below.get(parent)?.map((it) => ({ value: it.value, label: label(it.label), children: grow(it.value) }));
  return grow(undefined) ?? [];
}

/** A word means all below it too: who filters by a province means its cities. */
export function withBelow(options: FieldOption[], values: string[]): string[] {
  const found = new Set(values);
  for (const it of options) if (pathTo(options, it.value).some((up) => found.has(up.value))) found.add(it.value);
  return [...found];
}

/** The other way round: what a chosen word means anyhow need not be said. */
export function withoutBelow(options: FieldOption[], values: string[]): string[] {
  const chosen = new Set(values);
  return values.filter((it) => !pathTo(options, it).some((up) => up.value !== it && chosen.has(up.value)));
}
