import type { Row } from '@/lib/api/schema-types';

/** One word of a list, as records keep it and people read it. */
export interface Word {
  code: string;
  zh: string;
  en?: string | null;
  color?: string | null;
  active?: boolean;
  default?: boolean;
  parent?: string | null;
  /** Came with the product: renamed and switched off, never taken away. */
  system?: boolean;
}

export function wordsOf(row: Row): Word[] {
  return Array.isArray(row.items) ? (row.items as Word[]) : [];
}

export function below(words: Word[], parent: string | undefined): Word[] {
  return words.filter((it) => (it.parent ?? undefined) === parent);
}

/** The way down to a word: from the top to itself. */
export function pathTo(words: Word[], code: string | undefined): Word[] {
  const word = words.find((it) => it.code === code);
  return word ? [...pathTo(words, word.parent ?? undefined), word] : [];
}

/** Puts a changed word in its place, or a new one at the end. New records begin with one word only. */
export function withWord(words: Word[], word: Word): Word[] {
  const rest = word.default ? words.map((it) => ({ ...it, default: false })) : words;
  const at = rest.findIndex((it) => it.code === word.code);
  return at < 0 ? [...rest, word] : rest.with(at, word);
}

/** Changes places with the neighbour under the same parent. */
export function moved(words: Word[], code: string, by: -1 | 1): Word[] {
  const word = words.find((it) => it.code === code);
  if (!word) return words;
  const siblings = below(words, word.parent ?? undefined);
  const other = siblings[siblings.indexOf(word) + by];
  if (!other) return words;
  return words.with(words.indexOf(word), other).with(words.indexOf(other), word);
}

/** Without the word and those below it. */
export function withoutWord(words: Word[], code: string): Word[] {
  const gone = new Set([code]);
  for (const it of words) if (it.parent && gone.has(it.parent)) gone.add(it.code);
  return words.filter((it) => !gone.has(it.code));
}
