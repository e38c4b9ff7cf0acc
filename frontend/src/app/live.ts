import { type ChangeEvent, listen } from '@/lib/api/events';
import { cachedVersion, invalidate, queryClient } from '@/lib/api/query';
import { noteMessage } from '@/lib/notifications/notifications';

/** What changes beside a record leaves its version as it is. */
const BESIDE = /(team_changed|commented)$/;

/** Asks again for what somebody else has changed, unless this tab already has that version. */
export function followChanges(): () => void {
  return listen('/events', (event) => {
    // More was missed than the server tells one by one.
    if (event.type === 'reset') return void queryClient.invalidateQueries();
    if (event.type === 'notification') return noteMessage(event.data);
    let change: Partial<ChangeEvent>;
    try {
      change = JSON.parse(event.data) as Partial<ChangeEvent>;
    } catch {
      return;
    }
    const { resource, id, version, action = '' } = change;
    if (!resource) return;
    const list = `/${resource}`;
    const item = `${list}/{id}`;
    const known = id ? cachedVersion(list, item, id) : undefined;
    const isBeside = BESIDE.test(action);
    if (!isBeside && known !== undefined && version !== undefined && known >= version) return;
    const parts = ['', '/timeline', '/history', ...(isBeside ? ['/team', '/comments'] : [])];
    invalidate(list, ...parts.map((part) => item + part));
  });
}
