import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import { setAccessToken } from '@/lib/api/client';
import { queryClient } from '@/lib/api/query';
import { forgetPlaces } from '@/lib/list/list-memory';
import { server } from './server';

// The first lazy page of a file loads antd; two busy cores need more than a second for that.
configure({ asyncUtilTimeout: 20_000 });

const isWide = vi.fn((media: string) => ({
  matches: media.includes('min-width'),
  media,
  addEventListener: () => {},
  removeEventListener: () => {},
  addListener: () => {},
  removeListener: () => {},
}));

if (typeof window !== 'undefined') {
  vi.stubGlobal('matchMedia', isWide);
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  // The virtual grid asks how large it is; jsdom says nothing has a size.
  for (const [name, size] of [
    ['clientHeight', 600],
    ['offsetHeight', 600],
    ['clientWidth', 1200],
    ['offsetWidth', 1200],
  ] as const) {
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, value: size });
  }
  Element.prototype.scrollTo = () => {};
  Element.prototype.scrollIntoView = () => {};
}

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => {
  cleanup();
  server.resetHandlers();
  queryClient.clear();
  forgetPlaces();
  setAccessToken(null);
  if (typeof window === 'undefined') return;
  sessionStorage.clear();
  localStorage.clear();
});
afterAll(() => server.close());
