// Fails when the scripts of a start exceed the budget: what an entry and its static imports weigh, gzipped.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const KIB = 1024;
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
const weighed = new Map();

function weigh(file) {
  if (!weighed.has(file)) weighed.set(file, gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length);
  return weighed.get(file);
}

function closure(keys) {
  const seen = new Set();
  const queue = [...keys];
  while (queue.length > 0) {
    const key = queue.pop();
    if (key === undefined || seen.has(key) || !manifest[key]) continue;
    seen.add(key);
    queue.push(...(manifest[key].imports ?? []));
  }
  return [...seen].map((key) => manifest[key].file).filter((file) => file.endsWith('.js'));
}

function splitOf(route) {
  return Object.keys(manifest).filter((key) => key.startsWith(`src/routes/${route}.tsx`));
}

const shell = ['index.html', ...splitOf('_app')];
const starts = [
  { name: 'login', keys: ['index.html', ...splitOf('login')], budget: 300 },
  { name: 'shell', keys: shell, budget: 300 },
  ...Object.keys(manifest)
    .filter((key) => /^src\/routes\/_app\/.*\.tsx/.test(key) && key.includes('tsr-split=component'))
    .map((key) => ({ name: key.slice(15).split('?')[0], keys: [...shell, key], budget: 340 })),
];

let isOver = false;
for (const { name, keys, budget } of starts) {
  const total = [...new Set(closure(keys))].reduce((sum, file) => sum + weigh(file), 0) / KIB;
  const verdict = total > budget ? 'OVER' : 'ok';
  if (total > budget) isOver = true;
  process.stdout.write(`${verdict.padEnd(5)}${total.toFixed(1).padStart(7)} / ${budget} KiB  ${name}\n`);
}
if (isOver) process.exit(1);
