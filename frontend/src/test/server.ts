import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { META, makeRow } from './factories';

/** The server as the tests see it: signed in, a handful of records, nothing saved. Tests say what differs with `server.use`. */
export const api = (path: string) => `*/api/v1${path}`;

export const rows = Array.from({ length: 5 }, (_, index) => makeRow(index));

export function page(items: unknown[]) {
  return HttpResponse.json({ items, next_cursor: null, total: { value: items.length, capped: false } });
}

export const server = setupServer(
  http.post(api('/auth/refresh'), () => HttpResponse.json({ access_token: 'token', expires_in: 900 })),
  http.get(api('/auth/me'), () =>
    HttpResponse.json({
      user: { id: 'u0', name: '王小明', login: 'xiaoming' },
      tenant: { id: 't0', code: 'acme', name: '云帆商贸', timezone: 'Asia/Shanghai' },
      permissions: {
        'lead:read': 'all',
        'lead:update': 'all',
        'lead:create': 'all',
        'lead:delete': 'all',
        'lead:give': 'all',
      },
    }),
  ),
  http.get(api('/meta/leads'), () => HttpResponse.json(META)),
  http.get(api('/views'), () => page([])),
  http.get(api('/leads'), () => page(rows)),
  http.get(api('/leads/:id'), ({ params }) => HttpResponse.json(rows.find((row) => row.id === params.id))),
  http.get(api('/users'), () => page([{ id: 'u0', version: 1, name: '王小明' }])),
  http.get(api('/events'), () => new HttpResponse(null, { status: 204 })),
);
