// @vitest-environment node
import { expect, it } from 'vitest';
import type { EventInfo } from '../events';
import { bodyOf, typedOf } from './rule';

const words = { zh: '', en: '' };
const EVENT: EventInfo = {
  event: 'lead.assigned',
  label: words,
  resource: 'leads',
  variables: [],
  usual: { recipients: [{ kind: 'owner' }], channels: ['in_app', 'email'] },
  subject: words,
  body: words,
};

it('the product says who is told until the organisation does', () => {
  expect(typedOf(EVENT, undefined)).toMatchObject({ kinds: ['owner'], channels: ['email'], is_active: true });
  expect(typedOf({ ...EVENT, usual: null }, undefined)).toMatchObject({ kinds: [], is_active: false });
  const own = {
    id: '1',
    version: 1,
    allowed_actions: [],
    recipients: [{ kind: 'roles', ids: ['r'] }],
    is_active: false,
  };
  expect(typedOf(EVENT, own)).toMatchObject({ kinds: [], roles: ['r'], channels: ['email'], is_active: false });
});

it('people are named only where somebody is', () => {
  const typed = { ...typedOf(EVENT, undefined), users: ['u'], urgent: true };
  expect(bodyOf('lead.assigned', typed)).toEqual({
    event: 'lead.assigned',
    recipients: [{ kind: 'owner' }, { kind: 'users', ids: ['u'] }],
    channels: ['email'],
    urgent: true,
    is_active: true,
  });
});
