import { movedBefore, movedBy } from '@/lib/order/moved';
import type { Placed, Section } from '@/lib/resource/layout';

/** The end of a section, to drop a field there. */
export function endOf(section: number): string {
  return `#${section}`;
}

export function isPlaced(sections: Section[], key: string): boolean {
  return sections.some(({ fields }) => fields.some((it) => it.key === key));
}

function placed(sections: Section[], key: string): [number, Placed] | undefined {
  for (const [at, { fields }] of sections.entries()) {
    const field = fields.find((it) => it.key === key);
    if (field) return [at, field];
  }
  return undefined;
}

function withFields(sections: Section[], at: number, change: (fields: Placed[]) => Placed[]): Section[] {
  return sections.map((section, index) => (index === at ? { ...section, fields: change(section.fields) } : section));
}

export function removeField(sections: Section[], key: string): Section[] {
  return sections.map((section) => ({ ...section, fields: section.fields.filter((it) => it.key !== key) }));
}

export function changeField(sections: Section[], key: string, change: Partial<Placed>): Section[] {
  const fields = (all: Placed[]) => all.map((it) => (it.key === key ? { ...it, ...change } : it));
  return sections.map((section) => ({ ...section, fields: fields(section.fields) }));
}

export function addField(sections: Section[], at: number, field: Placed): Section[] {
  return withFields(sections, at, (fields) => [...fields, field]);
}

/** Before another field, or to the end of a section. */
export function dropField(sections: Section[], key: string, target: string): Section[] {
  const from = placed(sections, key);
  if (!from || key === target) return sections;
  const without = removeField(sections, key);
  if (target.startsWith('#')) return addField(without, Number(target.slice(1)), from[1]);
  const to = placed(without, target);
  if (!to) return sections;
  return withFields(without, to[0], (fields) => movedBefore([...fields, from[1]], from[1], to[1]));
}

/** A step up or down; from the end of a section into the next one. */
export function stepField(sections: Section[], key: string, by: -1 | 1): Section[] {
  const from = placed(sections, key);
  if (!from) return sections;
  const [at, field] = from;
  const fields = sections[at]?.fields ?? [];
  const moved = movedBy(fields, field, by);
  if (moved !== fields) return withFields(sections, at, () => moved);
  const beyond = sections[at + by];
  if (!beyond) return sections;
  const without = removeField(sections, key);
  return withFields(without, at + by, (others) => (by < 0 ? [...others, field] : [field, ...others]));
}
