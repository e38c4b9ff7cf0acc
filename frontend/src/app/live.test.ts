import { HttpResponse, http } from 'msw';
import { expect, it, vi } from 'vitest';
import { setAccessToken } from '@/lib/api/client';
import { queryClient } from '@/lib/api/query';
import { api, server } from '@/test/server';
import { followChanges } from './live';

/** A stream that says these events and ends for good. */
function say(text: string) {
  let isFirst = true;
  server.use(
    http.get(api('/events'), () => {
      if (!isFirst) return new HttpResponse(null, { status: 204 });
      isFirst = false;
      return new HttpResponse(text, { headers: { 'Content-Type': 'text/event-stream' } });
    }),
  );
}

it('whoever has missed too much looks at everything again', async () => {
  setAccessToken('token');
  say('id: 7\nevent: reset\ndata: {}\n\n');
  queryClient.setQueryData(['/leads', 'page'], { items: [] });
  const stop = followChanges();
  await vi.waitFor(() => expect(queryClient.getQueryState(['/leads', 'page'])?.isInvalidated).toBe(true));
  stop();
});

it('a change that this tab made itself is not asked for again', async () => {
  setAccessToken('token');
  const row = { id: 'a', version: 3, allowed_actions: [] };
  queryClient.setQueryData(['/leads', 'page'], { items: [row] });
  queryClient.setQueryData(['/customers', 'page'], { items: [] });
  say(
    'data: {"resource":"leads","id":"a","version":3}\n\n' + 'data: {"resource":"customers","id":"b","version":1}\n\n',
  );
  const stop = followChanges();
  await vi.waitFor(() => expect(queryClient.getQueryState(['/customers', 'page'])?.isInvalidated).toBe(true));
  expect(queryClient.getQueryState(['/leads', 'page'])?.isInvalidated).toBe(false);
  stop();
});

it('what changes beside a record is asked for again though its version is known', async () => {
  setAccessToken('token');
  queryClient.setQueryData(['/customers', 'page'], { items: [{ id: 'b', version: 4, allowed_actions: [] }] });
  queryClient.setQueryData(['/customers/{id}/team', { id: 'b' }], { items: [] });
  say('data: {"resource":"customers","id":"b","version":4,"action":"customer.team_changed"}\n\n');
  const stop = followChanges();
  await vi.waitFor(() =>
    expect(queryClient.getQueryState(['/customers/{id}/team', { id: 'b' }])?.isInvalidated).toBe(true),
  );
  stop();
});
