import { HttpResponse, http } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import { api, server } from '@/test/server';
import { callPath, onSignedOut, queryString, refreshSession, setAccessToken, urlOf } from './client';
import { parseEvents } from './events';
import { fieldOf, isOutage, isProblem } from './problem';

describe('a call', () => {
  it('fills the path and leaves out what is not said', () => {
    expect(urlOf('/leads/{id}', { id: 'a b' }, { q: '', limit: 5, filter: { field: 'x' } })).toBe(
      `/api/v1/leads/a%20b?limit=5&filter=${encodeURIComponent('{"field":"x"}')}`,
    );
    expect(queryString({ a: null, b: undefined })).toBe('');
  });

  it('throws what the server says, field by field', async () => {
    const problem = {
      code: 'VALIDATION',
      detail: '不对',
      errors: [{ pointer: '/custom/size', code: 'X', message: '太大' }],
    };
    server.use(http.post(api('/leads'), () => HttpResponse.json(problem, { status: 422 })));
    const error = await callPath('post', '/leads', { body: {} }).catch((it: unknown) => it);
    expect(isProblem(error, 422) && error.on('custom.size')).toBe('太大');
    expect(fieldOf('/phone')).toBe('phone');
  });

  it('that cannot be made is an outage', async () => {
    server.use(http.get(api('/leads'), () => HttpResponse.error()));
    const error = await callPath('get', '/leads').catch((it: unknown) => it);
    expect(isOutage(error)).toBe(true);
  });

  it('asks for a new token once for all that found theirs too old, and goes on', async () => {
    const refreshed = vi.fn();
    server.use(
      http.post(api('/auth/refresh'), () => {
        refreshed();
        return HttpResponse.json({ access_token: 'fresh' });
      }),
      http.get(api('/leads'), ({ request }) =>
        request.headers.get('authorization') === 'Bearer fresh'
          ? HttpResponse.json({ items: [] })
          : HttpResponse.json({}, { status: 401 }),
      ),
    );
    setAccessToken('old');
    await Promise.all([callPath('get', '/leads'), callPath('get', '/leads')]);
    expect(refreshed).toHaveBeenCalledTimes(1);
  });

  it('says when the session is over', async () => {
    const over = vi.fn();
    onSignedOut(over);
    server.use(
      http.post(api('/auth/refresh'), () => HttpResponse.json({}, { status: 401 })),
      http.get(api('/leads'), () => HttpResponse.json({}, { status: 401 })),
    );
    const error = await callPath('get', '/leads').catch((it: unknown) => it);
    expect(isProblem(error, 401)).toBe(true);
    expect(over).toHaveBeenCalledOnce();
    expect(await refreshSession()).toBe(false);
    onSignedOut(() => {});
  });
});

describe('a stream', () => {
  it('is cut into events, the unfinished one waits', () => {
    const { events, rest } = parseEvents(': ping\n\nid: 7\nevent: change\ndata: {"a":1}\n\ndata: half');
    expect(events).toEqual([{ id: '7', type: 'change', data: '{"a":1}' }]);
    expect(rest).toBe('data: half');
  });
});
