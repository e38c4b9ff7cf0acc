// @vitest-environment node
import { expect, it } from 'vitest';
import { channelsOf, type Preferences, withChoice } from './preferences';

const MINE: Preferences = {
  quiet_hours: null,
  events: [
    {
      event: 'lead.assigned',
      channels: [
        { channel: 'in_app', on: true, fixed: true },
        { channel: 'email', on: false, fixed: false },
        { channel: 'sms', on: false, fixed: true },
      ],
    },
    { event: 'lead.recycled', channels: [{ channel: 'email', on: false, fixed: false }] },
  ],
};

it('one choice changes one event and one channel, and never what is fixed', () => {
  const on = (all: Preferences) => all.events.map((it) => it.channels.map((one) => one.on));
  expect(on(withChoice(MINE, 'lead.assigned', 'email', true))).toEqual([[true, true, false], [false]]);
  expect(on(withChoice(MINE, 'lead.assigned', 'in_app', false))).toEqual([[true, false, false], [false]]);
  expect(channelsOf(MINE)).toEqual(['in_app', 'email']);
});
