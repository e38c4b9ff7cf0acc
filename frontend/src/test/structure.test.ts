// @vitest-environment node
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '..');
const GENERATED = new Set(['routeTree.gen.ts', 'lib/api/schema.d.ts']);

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

const files = filesUnder(SRC)
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ name: relative(SRC, path), text: readFileSync(path, 'utf8') }))
  .filter(({ name }) => !GENERATED.has(name));
const sources = files.filter(({ name }) => !name.startsWith('test/') && !name.includes('.test.'));

/** What a file imports, as paths under `src`. */
function importsOf({ name, text }: { name: string; text: string }): string[] {
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  return found.flatMap((path) => {
    if (path.startsWith('@/')) return [path.slice(2)];
    if (path.startsWith('.')) return [join(name, '..', path)];
    return [];
  });
}

function broken(rule: (file: { name: string; text: string }, imported: string) => boolean): string[] {
  return sources.flatMap((file) =>
    importsOf(file)
      .filter((it) => rule(file, it))
      .map((it) => `${file.name} → ${it}`),
  );
}

describe('imports point one way', () => {
  it('lib knows neither pages nor features nor the frame', () => {
    expect(broken(({ name }, to) => name.startsWith('lib/') && /^(routes|features|app)\//.test(to))).toEqual([]);
  });

  it('the frame knows no feature', () => {
    expect(broken(({ name }, to) => name.startsWith('app/') && /^features\//.test(to))).toEqual([]);
  });

  it('features know neither routes nor the frame', () => {
    expect(broken(({ name }, to) => name.startsWith('features/') && /^(routes|app)\//.test(to))).toEqual([]);
  });

  it('a feature reaches another one through its resource alone', () => {
    const areaOf = (path: string) => path.split('/')[1];
    const isForeign = (name: string, to: string) =>
      name.startsWith('features/') && to.startsWith('features/') && areaOf(name) !== areaOf(to);
    expect(broken(({ name }, to) => isForeign(name, to) && !/\.resource$/.test(to))).toEqual([]);
  });
});

describe('files', () => {
  it('lib names no record of the business', () => {
    const nouns = /\b(leads?|customers?|opportunit(?:y|ies)|contracts?|invoices?|quotes?)\b/i;
    const naming = sources
      .filter(({ name }) => name.startsWith('lib/'))
      .filter(({ text }) => nouns.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')))
      .map(({ name }) => name);
    expect(naming).toEqual([]);
  });

  it('routes stay thin and files stay readable', () => {
    const long = sources
      .filter(({ name, text }) => text.split('\n').length > (name.startsWith('routes/') ? 31 : 251))
      .map(({ name }) => name);
    expect(long).toEqual([]);
  });

  it('names say what is inside', () => {
    const vague = /(^|\/)(index|utils?|helpers?|types|constants|misc|common)\.tsx?$/;
    const wrong = sources.filter(({ name }) => !name.startsWith('routes/') && (vague.test(name) || /[A-Z]/.test(name)));
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('every export is used by somebody', () => {
    const unused = sources
      .filter(({ name }) => !name.startsWith('routes/') && !name.endsWith('.d.ts'))
      .flatMap(({ name, text }) => {
        const exported = [...text.matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm)].map(
          (it) => it[1] ?? '',
        );
        return exported
          .filter((word) => !files.some((other) => other.name !== name && new RegExp(`\\b${word}\\b`).test(other.text)))
          .map((word) => `${name}: ${word}`);
      });
    expect(unused).toEqual([]);
  });
});
