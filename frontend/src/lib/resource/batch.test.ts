import { HttpResponse, http } from 'msw';
import { expect, it } from 'vitest';
import { api, server } from '@/test/server';
import { thing } from '@/test/thing.resource';
import { giveBack, rowsOf, runInChunks } from './batch';

const row = (id: string, level?: string) => ({ id, version: 1, allowed_actions: [], level });
const many = (count: number) => Array.from({ length: count }, (_, at) => `r${at}`);

it('all that a list shows is asked for page by page, with its filter and its search', async () => {
  const asked: URLSearchParams[] = [];
  server.use(
    http.get(api('/leads'), ({ request }) => {
      const { searchParams } = new URL(request.url);
      asked.push(searchParams);
      const isFirst = !searchParams.get('cursor');
      return HttpResponse.json({ items: [row(isFirst ? 'a' : 'b')], next_cursor: isFirst ? 'next' : null });
    }),
  );
  const found = await rowsOf(thing, { matching: { q: '上海', sort: '-name' } }, ['level']);
  expect(found.map((it) => it.id)).toEqual(['a', 'b']);
  expect(asked.map((it) => [it.get('q'), it.get('sort'), it.get('fields'), it.get('cursor')])).toEqual([
    ['上海', '-name', 'id,level', null],
    ['上海', '-name', 'id,level', 'next'],
  ]);
});

it('more than the server takes at once goes in parts, and what fails late is told with the rest', async () => {
  const sizes: number[] = [];
  server.use(
    http.post(api('/leads/batch/give'), async ({ request }) => {
      const { ids } = (await request.json()) as { ids: string[] };
      sizes.push(ids.length);
      if (sizes.length === 2) return HttpResponse.json({ code: 'QUOTA', detail: '已到上限' }, { status: 409 });
      return HttpResponse.json({ succeeded: ids, failed: [] });
    }),
  );
  const steps: number[] = [];
  const result = await runInChunks('/leads', many(450), 'give', {}, (done) => steps.push(done));
  expect(sizes).toEqual([200, 200, 50]);
  expect(steps).toEqual([200, 400, 450]);
  expect(result.succeeded).toHaveLength(250);
  expect(result.failed[0]).toEqual({ id: 'r200', code: 'QUOTA', message: '已到上限' });
});

it('what the first request refuses is refused', async () => {
  server.use(http.post(api('/leads/batch/give'), () => HttpResponse.json({ code: 'FORBIDDEN' }, { status: 403 })));
  await expect(runInChunks('/leads', many(3), 'give', {})).rejects.toThrow();
});

it('every record gets back what it had, those alike together', async () => {
  const sent: unknown[] = [];
  server.use(
    http.post(api('/leads/batch/update'), async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ succeeded: [], failed: [] });
    }),
  );
  await giveBack('/leads', 'level', [row('a', 'A'), row('b', 'B'), row('c', 'A'), row('d')], ['a', 'c', 'd']);
  expect(sent).toEqual([
    { ids: ['a', 'c'], changes: { level: 'A' } },
    { ids: ['d'], changes: { level: null } },
  ]);
});
