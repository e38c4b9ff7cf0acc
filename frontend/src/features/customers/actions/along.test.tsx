import { screen, waitFor } from '@testing-library/react';
import { http } from 'msw';
import { expect, it, vi } from 'vitest';
import { renderPage } from '@/test/render-page';
import { api, page, server } from '@/test/server';
import { Along } from './along';

vi.mock('@/lib/resource/permissions', () => ({ useCan: () => () => true }));

interface Plans {
  and: [unknown, { or: { and: { value: string | string[] }[] }[] }];
}

it('what goes along with customers of many owners is asked in parts that the server takes', async () => {
  const owners = 50;
  const rows = Array.from({ length: 120 }, (_, at) => ({ id: `c${at}`, version: 1, owner_id: `u${at % owners}` }));
  const leaves: number[] = [];
  const asked = new Set<string>();
  server.use(
    http.get(api('/customers'), ({ request }) => page(request.url.includes('parent_id') ? [] : rows)),
    http.get(api('/contacts'), () => page([])),
    http.get(api('/follow-up-plans'), ({ request }) => {
      const filter = JSON.parse(new URL(request.url).searchParams.get('filter') ?? '') as Plans;
      const theirs = filter.and[1].or;
      leaves.push(1 + 2 * theirs.length);
      for (const { and } of theirs) for (const id of and[0]?.value ?? []) asked.add(id);
      return page([{}]);
    }),
  );
  await renderPage(() => <Along of={{ ids: rows.map(({ id }) => id) }} count={rows.length} />);
  await waitFor(() =>
    expect(screen.getByRole('region', { name: 'along.title' })).toHaveAttribute('aria-busy', 'false'),
  );
  expect(Math.max(...leaves)).toBeLessThanOrEqual(50);
  expect(asked.size).toBe(rows.length);
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
});

it('a count that cannot be had keeps nobody waiting', async () => {
  server.use(http.get(api('/customers'), () => new Response(null, { status: 400 })));
  await renderPage(() => <Along of={{ ids: ['c1'] }} count={1} />);
  await waitFor(() =>
    expect(screen.getByRole('region', { name: 'along.title' })).toHaveAttribute('aria-busy', 'false'),
  );
  expect(screen.queryByRole('listitem')).toBeNull();
});
