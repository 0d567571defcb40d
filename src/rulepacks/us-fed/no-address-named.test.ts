import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGate } from '#domain/gate/decide.ts';
import { operatorPack } from '#domain/gate/operator-holds.ts';
import { changed, eventAt } from '#domain/gate/pack-examples.ts';
import { ordinaryCase } from './examples/ordinary-case.ts';
import federal from './index.ts';

const decide = createGate([federal]);
const told = '2026-06-05T10:00:00-04:00';
const later = '2026-06-06T10:00:00-04:00';
const mail = 'pat.doe@example.net';
const mobile = '+16145550101';
const message = { content: { optout_notice: true, debt_collector_disclosure: 'subsequent' } };
const by = (channel: string) => ({ ...message, channel, to: null, mode: 'live_agent' });
const stop = (address: string, medium?: string, at = told) =>
  eventAt('media_optout', at, { address, ...(medium ? { medium } : {}) });
const open = (address: string) => eventAt('media_optin', later, { address });

/** What is known of an address, and a contact that does not say to which address it goes. */
const rows: readonly (readonly [string, string | null, Parameters<typeof changed>[1]])[] = [
  ['a text after STOP', '14H', { events: [stop(mobile, 'sms')], proposed: by('sms') }],
  ['a text after a point was closed', '14H', { events: [stop('m1')], proposed: by('sms') }],
  [
    'a call after a number was closed',
    '14H',
    { events: [stop(mobile)], proposed: by('phone_call') },
  ],
  ['an e-mail after a number was closed', null, { events: [stop(mobile)], proposed: by('email') }],
  [
    'a call after an e-mail address was',
    null,
    { events: [stop(mail)], proposed: by('phone_call') },
  ],
  [
    'a call after STOP to texts',
    null,
    { events: [stop(mobile, 'sms')], proposed: by('phone_call') },
  ],
  ['a text once it is open again', null, { events: [stop('m1'), open('m1')], proposed: by('sms') }],
  [
    'a text once another address is open again',
    '14H',
    { events: [stop('m1'), open('m9')], proposed: by('sms') },
  ],
];

for (const [what, rule, change] of rows) {
  test(`${what}, without an address: ${rule ?? 'nothing'} stands against it`, () => {
    const { reasons } = decide(changed(ordinaryCase, change));
    const found = reasons.find((reason) => reason.rule === 'USF-14H-MEDIUM');
    assert.equal(found !== undefined, rule !== null, JSON.stringify(reasons));
    if (found) {
      assert.deepEqual(found.releasing, ['address_named', 'opt_in']);
      assert.equal(found.details['address'], 'not_named');
    }
  });
}

test('a number that is somebody else’s bars a call that names none', () => {
  const facts = changed(ordinaryCase, {
    events: [eventAt('number_not_consumers', told, { address: mobile })],
    proposed: by('phone_call'),
  });
  const asked = { ...facts, policy: { ...facts.policy, holds: ['wrong_party'] } };
  const rules = decide(asked).reasons.map(({ rule }) => rule);
  assert.deepEqual(rules, ['DUNLIN-HOLD-WRONG-PARTY']);
  assert.ok(operatorPack.rules.some(({ id }) => id === rules[0]));
});
