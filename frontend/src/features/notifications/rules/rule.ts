import type { Row } from '@/lib/api/schema-types';
import type { EventInfo, Recipient } from '../events';

/** Whom an event may be told to, as seen from it. */
export const KINDS = [
  'owner',
  'previous_owner',
  'author',
  'actor',
  'superior',
  'team',
  'pool_admins',
  'pool_members',
  'mentioned',
  'attendees',
  'reviewers',
  'named',
  'subscribers',
  'admins',
];
/** Those who are named one by one. */
export const NAMED = ['users', 'roles', 'departments'] as const;
/** In the app everybody is told anyway. */
export const CHANNELS = ['email', 'sms', 'wecom', 'dingtalk', 'feishu'];
export const LOCALES = ['zh-CN', 'en'] as const;

/** A rule as its form holds it. */
export interface Typed {
  kinds: string[];
  users: string[];
  roles: string[];
  departments: string[];
  channels: string[];
  urgent: boolean;
  is_active: boolean;
}

/** The rule that holds: the organisation's own, else the product's. */
export function typedOf(event: EventInfo, own: Row | undefined): Typed {
  const recipients = ((own?.recipients ?? event.usual?.recipients ?? []) as Recipient[]).filter(Boolean);
  const idsOf = (kind: string) => recipients.filter((it) => it.kind === kind).flatMap((it) => it.ids ?? []);
  const channels = (own?.channels ?? event.usual?.channels ?? []) as string[];
  return {
    kinds: recipients.map(({ kind }) => kind).filter((kind) => KINDS.includes(kind)),
    users: idsOf('users'),
    roles: idsOf('roles'),
    departments: idsOf('departments'),
    channels: channels.filter((it) => CHANNELS.includes(it)),
    urgent: own?.urgent === true,
    is_active: own ? own.is_active !== false : event.usual !== null,
  };
}

/** The body that says it to the server. */
export function bodyOf(event: string, { kinds, channels, urgent, is_active, ...named }: Typed) {
  const one: Recipient[] = kinds.map((kind) => ({ kind }));
  const many = NAMED.filter((kind) => named[kind].length > 0).map((kind) => ({ kind, ids: named[kind] }));
  return { event, recipients: [...one, ...many], channels, urgent, is_active };
}
