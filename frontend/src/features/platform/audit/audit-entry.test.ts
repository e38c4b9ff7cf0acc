// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ACTIONS } from './audit-entry';

/** What the server writes into the log, as its sources say. */
function written(): Set<string> {
  const app = join(process.cwd(), '../crates');
  const sources = readdirSync(app, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile() && it.name.endsWith('.rs'))
    .map((it) => readFileSync(join(it.parentPath, it.name), 'utf8'))
    .filter((source) => source.includes('audit::record('));
  const names = sources.flatMap((source) => [
    ...source.matchAll(/\b(?:Entry::new|entry|note|finished)\((?:\s*[^()"]*,)?\s*"([a-z_.]+)"/g),
  ]);
  return new Set(names.map((it) => it[1] ?? ''));
}

it('everything the server writes into the log can be asked for and has a name', () => {
  const names = written();
  expect(names.size).toBeGreaterThan(10);
  expect([...names].filter((it) => !(ACTIONS as readonly string[]).includes(it))).toEqual([]);
});
