import { type ChangeEvent, listen } from '@/lib/api/events';
import { cachedVersion, invalidate, queryClient } from '@/lib/api/query';
import { noteMessage } from '@/lib/notifications/notifications';

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
    const { resource, id, version } = change;
    if (!resource) return;
    const list = `/${resource}`;
    const item = `${list}/{id}`;
    const known = id ? cachedVersion(list, item, id) : undefined;
    if (known !== undefined && version !== undefined && known >= version) return;
    invalidate(list, item, `${item}/timeline`, `${item}/history`);
  });
}
