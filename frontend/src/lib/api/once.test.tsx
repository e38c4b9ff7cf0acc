import { renderHook } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { api, server } from '@/test/server';
import { useOnce } from './once';

/** The keys that arrive, while the server answers in turn. */
function listenFor(...answers: (() => Response)[]) {
  const keys: (string | null)[] = [];
  server.use(
    http.post(api('/leads'), ({ request }) => {
      keys.push(request.headers.get('Idempotency-Key'));
      return answers.shift()?.() ?? HttpResponse.json({ id: 'made' }, { status: 201 });
    }),
  );
  return keys;
}

const lost = () => HttpResponse.json({ code: 'INTERNAL' }, { status: 502 });
const refused = () => HttpResponse.json({ code: 'VALIDATION' }, { status: 422 });

describe('what is posted once', () => {
  it('is the same request after an outage, whatever kind it was', async () => {
    const cut = () => new HttpResponse('{"id": "ma', { status: 201, headers: { 'Content-Type': 'application/json' } });
    const keys = listenFor(lost, () => HttpResponse.error() as Response, cut);
    const { result } = renderHook(() => useOnce());
    for (let attempt = 0; attempt < 3; attempt++) await expect(result.current('/leads', {})).rejects.toThrow();
    await expect(result.current('/leads', {})).resolves.toEqual({ id: 'made' });
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is another request once it was refused or done', async () => {
    const keys = listenFor(refused);
    const { result } = renderHook(() => useOnce());
    await expect(result.current('/leads', {})).rejects.toThrow();
    await result.current('/leads', {});
    await result.current('/leads', {});
    expect(new Set(keys).size).toBe(3);
  });
});
