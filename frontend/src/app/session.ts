import { call, hasAccessToken, refreshSession, setAccessToken } from '@/lib/api/client';
import { isProblem } from '@/lib/api/problem';
import { queryClient } from '@/lib/api/query';
import { type Session, sessionQuery } from '@/lib/api/session';
import { setZone } from '@/lib/format/date';
import { forgetPlaces } from '@/lib/list/list-memory';

interface Tokens {
  access_token: string;
}

/** The session of this tab, brought back by cookie if need be; null when nobody is signed in. */
export async function ensureSession(): Promise<Session | null> {
  if (!hasAccessToken() && !(await refreshSession())) return null;
  try {
    const session = await queryClient.ensureQueryData(sessionQuery);
    setZone(session.tenant.timezone);
    return session;
  } catch (error) {
    if (isProblem(error, 401)) return null;
    throw error;
  }
}

async function begin(tokens: Tokens): Promise<void> {
  queryClient.clear();
  forgetPlaces();
  setAccessToken(tokens.access_token);
  await ensureSession();
}

export async function signIn(body: { tenant: string; login: string; password: string }) {
  await begin((await call('post', '/auth/login', { body })) as Tokens);
}

export async function signUp(body: { tenant: string; company: string; login: string; name: string; password: string }) {
  await begin((await call('post', '/auth/sign-up', { body })) as Tokens);
}

export async function changePassword(body: { current: string; new: string }) {
  await call('post', '/auth/password', { body });
  await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
}

export async function signOut() {
  try {
    await call('post', '/auth/logout');
  } finally {
    setAccessToken(null);
    queryClient.clear();
  }
}
