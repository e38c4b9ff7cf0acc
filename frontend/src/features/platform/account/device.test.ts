// @vitest-environment node
import { expect, it } from 'vitest';
import { deviceOf } from './device';

it('programs are called what people call them', () => {
  const on = (text: string | null) => Object.values(deviceOf(text)).join();
  expect(on('Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0')).toBe(
    'Edge,Windows,false',
  );
  expect(on('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1')).toBe(
    'Safari,iOS,true',
  );
  expect(on('Mozilla/5.0 (Linux; Android 14) Chrome/120.0 Mobile Safari/537.36 MicroMessenger/8.0')).toBe(
    'WeChat,Android,true',
  );
  expect(on('curl/8.5.0')).toBe('curl,,false');
  expect(on(null)).toBe(',,false');
});
