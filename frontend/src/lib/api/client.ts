import { Problem, problemFrom } from './problem';
import type { AnswerOf, BodyOf, Method, PathFor } from './schema-types';

export const API_BASE = '/api/v1';

interface CallOptions<B> {
  path?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: B;
  /** The version one saw; the server refuses the write if it has moved on. */
  ifMatch?: number;
  idempotencyKey?: string;
  signal?: AbortSignal;
}

/** The access token lives in memory only; the refresh token is a cookie that scripts cannot read. */
const session = { token: null as string | null, refreshing: null as Promise<boolean> | null };
const listeners = { signedOut: () => {}, network: (_isOnline: boolean) => {} };
let language = 'zh-CN';

export function setAccessToken(token: string | null) {
  session.token = token;
}

export function hasAccessToken() {
  return session.token !== null;
}

export function setRequestLanguage(next: string) {
  language = next;
}

export function onSignedOut(listener: () => void) {
  listeners.signedOut = listener;
}

export function onNetwork(listener: (isOnline: boolean) => void) {
  listeners.network = listener;
}

/** A missing value is left out; objects travel as JSON. */
export function queryString(query: Record<string, unknown> = {}): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    params.set(key, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}

export function urlOf(path: string, params: Record<string, string> = {}, query?: Record<string, unknown>): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  return API_BASE + filled + queryString(query);
}

/** One request with the session's token, and a second one if the token had run out. */
export async function request(url: string, init: RequestInit = {}): Promise<Response> {
  const response = await send(url, init);
  if (response.status !== 401 || url.startsWith(`${API_BASE}/auth/log`)) return response;
  if (await refreshSession()) return send(url, init);
  listeners.signedOut();
  return response;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('Accept-Language', language);
  if (session.token) headers.set('Authorization', `Bearer ${session.token}`);
  try {
    const response = await fetch(url, { ...init, headers, credentials: 'same-origin' });
    listeners.network(![502, 503, 504].includes(response.status));
    return response;
  } catch (error) {
    if (init.signal?.aborted) throw error;
    listeners.network(false);
    throw new Problem(0, { code: 'OFFLINE' });
  }
}

/**
 * Asks for a new access token by cookie; callers at the same moment share one request. A refresh token is good once,
 * so tabs take turns.
 */
export function refreshSession(): Promise<boolean> {
  const inTurn = () => (navigator.locks ? navigator.locks.request('guanxi-refresh', renew) : renew());
  session.refreshing ??= inTurn().finally(() => {
    session.refreshing = null;
  });
  return session.refreshing;
}

async function renew(): Promise<boolean> {
  session.token = null;
  const response = await send(`${API_BASE}/auth/refresh`, { method: 'POST' });
  if (response.status >= 500) throw await problemFrom(response);
  if (!response.ok) return false;
  const { access_token } = (await response.json()) as { access_token: string };
  session.token = access_token;
  return true;
}

/** Calls one operation of the contract; throws a {@link Problem} when it is refused. */
export function call<M extends Method, P extends PathFor<M>>(
  method: M,
  path: P,
  options: CallOptions<BodyOf<P, M>> = {},
): Promise<AnswerOf<P, M>> {
  return callPath(method, path, options) as Promise<AnswerOf<P, M>>;
}

/** The same for a path put together at run time, as the parts that know no resource do. */
export async function callPath<T>(method: Method, path: string, options: CallOptions<unknown> = {}): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (options.body !== undefined) {
    headers['Content-Type'] = method === 'patch' ? 'application/merge-patch+json' : 'application/json';
  }
  if (options.ifMatch !== undefined) headers['If-Match'] = `"${options.ifMatch}"`;
  if (options.idempotencyKey) headers['Idempotency-Key'] = options.idempotencyKey;
  const response = await request(urlOf(path, options.path, options.query), {
    method: method.toUpperCase(),
    headers,
    body: options.body === undefined ? undefined : JSON.stringify(options.body),
    signal: options.signal,
  });
  if (!response.ok) throw await problemFrom(response);
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}
