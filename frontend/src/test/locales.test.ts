// @vitest-environment node
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '..');
const PLURAL = /_(zero|one|two|few|many|other)$/;

type Words = { [key: string]: string | Words };

function flat(words: Words, prefix = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') all.set(prefix + key, value);
    else for (const [inner, text] of flat(value, `${prefix}${key}.`)) all.set(inner, text);
  }
  return all;
}

function read(language: string, file: string): Map<string, string> {
  const path = join(SRC, 'locales', language, file);
  return existsSync(path) ? flat(JSON.parse(readFileSync(path, 'utf8')) as Words) : new Map();
}

const names = [...new Set(['zh-CN', 'en'].flatMap((it) => readdirSync(join(SRC, 'locales', it))))];

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'test' || name === 'locales' ? [] : sources(path);
    return /\.tsx?$/.test(name) ? [readFileSync(path, 'utf8')] : [];
  });
}

const code = sources(SRC);
const allCode = code.join('\n');

/** Keys put together at run time: `op.${op}` uses every key under `op.`. */
const patterns = [...allCode.matchAll(/`((?:[^`\n$]|\$\{[^}`]*\})+)`/g)]
  .map(([, text = '']) => text)
  .filter((text) => text.includes('${') && /\w\.|\.\w/.test(text.replace(/\$\{[^}]*\}/g, '')))
  .map((text) => {
    const literal = text.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${literal.join('[\\w.-]+')}$`);
  });

describe.each(names)('%s', (file) => {
  const chinese = read('zh-CN', file);
  const english = read('en', file);
  const base = (words: Map<string, string>) =>
    [...new Set([...words.keys()].map((key) => key.replace(PLURAL, '')))].sort();

  it('says the same things in both languages', () => {
    expect(base(english)).toEqual(base(chinese));
  });

  it('fills in the same values in both languages', () => {
    const values = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map((it) => it[1]).sort();
    const wrong = [...english].filter(([key, text]) => {
      const other = chinese.get(key) ?? chinese.get(key.replace(PLURAL, '')) ?? '';
      return values(text).join() !== values(other).join();
    });
    expect(wrong).toEqual([]);
  });

  it('has no word that nobody reads', () => {
    const namespace = file.replace('.json', '');
    const isUsed = (key: string) =>
      [key, `${namespace}:${key}`].some(
        (it) => allCode.includes(`'${it}'`) || patterns.some((pattern) => pattern.test(it)),
      );
    expect(base(chinese).filter((key) => !isUsed(key))).toEqual([]);
  });
});

describe('the code', () => {
  const known = new Map(names.map((file) => [file.replace('.json', ''), read('zh-CN', file)]));

  it('asks only for words that exist', () => {
    const missing = code.flatMap((text) => {
      const own = /useTranslation\('(\w+)'\)/.exec(text)?.[1] ?? 'common';
      return [...text.matchAll(/\bt\(\s*'([^'\n]+)'/g)].flatMap(([, key = '']) => {
        const [namespace, word] = key.includes(':') ? (key.split(':') as [string, string]) : [own, key];
        const words = known.get(namespace);
        const fallback = namespace === own ? known.get('common') : undefined;
        const has = (it: Map<string, string> | undefined) =>
          it !== undefined && (it.has(word) || [...it.keys()].some((name) => name.replace(PLURAL, '') === word));
        return has(words) || has(fallback) ? [] : [key];
      });
    });
    expect(missing).toEqual([]);
  });
});
