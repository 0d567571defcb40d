import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGate } from '#domain/gate/decide.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';
import type { CaseEvent } from '#domain/gate/facts/history-facts.ts';
import { attempt, consentAt, eventAt } from '#domain/gate/pack-examples.ts';
import { email, inOrder, ordinaryCase } from './examples/ordinary-case.ts';
import federal from './index.ts';

const decide = createGate([federal]);

const consents = [
  consentAt('tcpa_prior_express', '2026-06-01T09:00:00-04:00', { address: 'm1' }),
  consentAt('text', '2026-06-01T09:00:00-04:00', { given_to: 'agency-A', address: 'm1' }),
];
const stopped = (other: Partial<CaseEvent>) =>
  eventAt('tcpa_revocation', '2026-06-05T10:00:00-04:00', { address: 'm1', debts: null, ...other });

function rulesOf(change: Partial<Facts>, proposed: Partial<Facts['proposed']>): readonly string[] {
  const facts = {
    ...ordinaryCase,
    consents,
    ...change,
    proposed: { ...ordinaryCase.proposed, ...proposed },
  };
  return decide(facts).reasons.map(({ rule }) => rule);
}

const isTakenBack = (event: CaseEvent, change: Partial<Facts> = {}) =>
  rulesOf({ events: [event], ...change }, { mode: 'prerecorded' }).includes('TCPA-REVOKE');

test('the words of a revocation never narrow it', () => {
  for (const scope_text of [
    'stop all calls and texts, and your marketing too',
    'unrelated promotional other_matter',
    'about d2',
  ]) {
    assert.ok(isTakenBack(stopped({ scope_text })), scope_text);
  }
  for (const in_reply_to of ['stop all texts', 'sms about d1', 'sms_d1', 'sms', 'not marketing']) {
    assert.ok(isTakenBack(stopped({ in_reply_to })), in_reply_to);
  }
  assert.ok(isTakenBack(stopped({ debts: [] })));
});

test('a revocation is about the debts it names or those of the message it answers', () => {
  assert.ok(!isTakenBack(stopped({ debts: ['d2'] })));
  for (const in_reply_to of [
    ...['sms_about_d2', 'sms about d2', 'sms_d2', 'payment_reminder_d2', 'reminder for d2'],
    ...['payment_reminders', 'marketing text'],
  ]) {
    assert.ok(!isTakenBack(stopped({ in_reply_to })), in_reply_to);
  }
  const only = { debts: [{ id: 'd1' }] };
  assert.ok(isTakenBack(stopped({ in_reply_to: 'payment_reminders' }), only));
  const answered = (entry: object) => ({
    contact_log: [
      { ...attempt('2026-06-04T10:00:00-04:00', { channel: 'sms', ...entry }), id: 's' },
    ],
  });
  const reply = stopped({ in_reply_to: 's' });
  assert.ok(!isTakenBack(reply, answered({ debts: ['d2'] })));
  assert.ok(!isTakenBack(reply, answered({ debts: null, about_debt: false })));
  assert.ok(isTakenBack(reply, answered({ debts: ['d1', 'd2'] })));
  assert.ok(isTakenBack(reply, answered({ debts: null, purpose: 'marketing' })));
});

test('who says that everything is meant means more than the message they answered', () => {
  const told = (scope_text: string) =>
    isTakenBack(stopped({ in_reply_to: 'sms_about_d2', scope_text }));
  for (const scope of [
    'stop all texts and calls',
    'STOP ALL',
    'do not contact me about anything',
    'STOPALL',
    'all_messages',
    'no me manden nada más',
    'להפסיק הכול',
  ]) {
    assert.ok(told(scope), scope);
  }
  for (const scope of ['STOP', 'stop these texts', 'unrelated_marketing']) {
    assert.ok(!told(scope), scope);
  }
});

test('a text that a machine sends of itself is automatic whatever mode is told', () => {
  const text = { channel: 'sms', to: 'm1', content: inOrder };
  const events = [stopped({})];
  for (const how of [{ mode: 'automatic' }, { mode: null, automated: true }]) {
    assert.ok(rulesOf({ events }, { ...text, ...how }).includes('TCPA-REVOKE'));
  }
});

test('an address is known again however it was written', () => {
  for (const address of ['+1 (614) 555-0141', '614-555-0141', '0016145550141']) {
    assert.ok(isTakenBack(stopped({ address })), address);
  }
  assert.ok(!isTakenBack(stopped({ address: '614-555-0142' })));
  const optOut = eventAt('media_optout', '2026-06-05T10:00:00-04:00', {
    medium: 'email',
    address: ' Sam@Example.ORG',
  });
  assert.ok(rulesOf({ events: [optOut] }, email).includes('USF-14H-MEDIUM'));
});

test('an opt-out may ask for the wish and the address in any spelling, and for nothing else', () => {
  const isRefused = (optout_requires: readonly string[]) =>
    rulesOf({}, { ...email, content: { ...inOrder, optout_requires } }).includes(
      'USF-6E-OPTOUT-NOTICE',
    );
  for (const asked of [
    ['opt_out_preferences', 'email_address'],
    ['preferences'],
    ['e-mail address'],
    ['E-Mail Addresses'],
    ['emailAddress'],
    ['electronic address'],
    ['mobile_number'],
    ['opt-out'],
    ['keyword STOP'],
  ]) {
    assert.ok(!isRefused(asked), String(asked));
  }
  for (const asked of ['ssn', 'fee', 'account number', 'login', 'name', 'home address', '', 'שם']) {
    assert.ok(isRefused([asked]), asked);
  }
});
