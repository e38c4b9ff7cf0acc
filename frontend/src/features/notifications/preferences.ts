import type { Label } from '@/lib/resource/meta';

export interface ChannelChoice {
  channel: string;
  on: boolean;
  /** Not one's own to choose. */
  fixed: boolean;
}

export interface Preferences {
  quiet_hours: { from: string; to: string } | null;
  events: { event: string; label?: Label; channels: ChannelChoice[] }[];
}

export const PREFERENCES = '/me/notification-preferences';

/** The same preferences with one choice made. */
export function withChoice(all: Preferences, event: string, channel: string, on: boolean): Preferences {
  const events = all.events.map((it) =>
    it.event === event
      ? { ...it, channels: it.channels.map((one) => (one.channel === channel && !one.fixed ? { ...one, on } : one)) }
      : it,
  );
  return { ...all, events };
}

/** Channels of which at least one may be chosen somewhere, and the one that always tells. */
export function channelsOf({ events }: Preferences): string[] {
  const offered = events.flatMap((it) => it.channels.filter(({ on, fixed }) => on || !fixed));
  return [...new Set(offered.map(({ channel }) => channel))];
}
