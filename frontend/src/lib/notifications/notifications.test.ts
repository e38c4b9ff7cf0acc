import { describe, expect, it } from 'vitest';
import { queryClient } from '@/lib/api/query';
import { noteMessage, titleWith } from './notifications';

describe('messages', () => {
  it('are counted in the name of the window', () => {
    expect(titleWith(0, '线索')).toBe('线索');
    expect(titleWith(3, '线索')).toBe('(3) 线索');
    expect(titleWith(100, '线索')).toBe('(99+) 线索');
  });

  it('that arrive are counted at once; what is no message changes nothing', () => {
    queryClient.setQueryData(['/notifications/unread'], { unread: 1 });
    noteMessage('{"id":"a","title":"线索已转移","unread":2}');
    noteMessage('nonsense');
    noteMessage('{}');
    expect(queryClient.getQueryData(['/notifications/unread'])).toEqual({ unread: 2 });
  });
});
