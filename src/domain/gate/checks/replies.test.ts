import assert from 'node:assert/strict';
import { test } from 'node:test';
import { situationOf } from '../evaluation-context.ts';
import type { Facts } from '../facts/facts.ts';
import { mayReply, theirCall } from './replies.ts';

type Entry = Facts['contact_log'][number];

const at = (clock: string) => `2026-06-10T${clock}:00Z`;

const called: Entry = {
  ...{ id: 'IN1', at: at('09:50'), dir: 'inbound', channel: 'phone_call', from: 'h1' },
  ...{ person: 'consumer', result: 'conversation_start' },
};

/** Whether an attempt at that time to go on with a call finds one. */
function goesOn(clock: string, contact_log: readonly Entry[], in_response_to?: string): boolean {
  const situation = situationOf({
    ...{ packs: [], actor: { id: 'a' }, consumer: { id: 'c', location_signals: [] } },
    ...{ contact_points: [], debts: [], consents: [], events: [], contact_log },
    proposed: {
      ...{ channel: 'phone_call', at: at(clock), to: 'h1', debts: [] },
      purpose: 'continue_inbound_call',
      ...(in_response_to ? { in_response_to } : {}),
    },
  });
  const moment = { ...situation, ms: situation.atMs };
  const isFound = theirCall(moment) !== undefined;
  assert.equal(
    mayReply(moment, () => true),
    isFound,
  );
  return isFound;
}

test('a call of theirs goes on while it runs', () => {
  assert.equal(goesOn('09:58', [called]), true);
  assert.equal(goesOn('09:58', [called], 'IN1'), true);
  assert.equal(goesOn('09:58', [{ ...called, result: 'reserved' }], 'IN1'), true);
});

const answer: Entry = {
  ...{ id: 'OUT1', at: at('09:55'), dir: 'outbound', channel: 'phone_call', to: 'h1' },
  ...{ result: 'conversation', in_response_to: 'IN1' },
};

/** What is no call of theirs that runs: when it would go on, and the log. */
const over: readonly (readonly [string, string, readonly Entry[]])[] = [
  ['they called from another number', '09:58', [{ ...called, from: 'w1' }]],
  ['a neighbour called', '09:58', [{ ...called, person: 'third_party:neighbour' }]],
  ['they left a message', '10:20', [{ ...called, result: 'voicemail_left_by_consumer' }]],
  ['the talk ended hours ago', '13:20', [{ ...called, result: 'conversation' }]],
  ['it began hours ago', '13:20', [called]],
  ['the line dropped', '09:58', [{ ...called, ended_by: 'line_drop' }]],
  ['it was answered by another call', '09:58', [called, answer]],
];

for (const [what, clock, log] of over) {
  test(`nothing goes on where ${what}`, () => {
    assert.equal(goesOn(clock, log), false);
    assert.equal(goesOn(clock, log, 'IN1'), false);
  });
}

const wrote = { at: at('22:30'), dir: 'inbound', channel: 'sms', from: 'm1', id: 'L1' } as const;

/** Whether a text to a person answers what somebody wrote to us five minutes before. */
function answers(by: string | undefined, to: string | undefined): boolean {
  const situation = situationOf({
    ...{ packs: [], actor: { id: 'a' }, consumer: { id: 'c', location_signals: [] } },
    ...{ contact_points: [], debts: [], consents: [], events: [] },
    contact_log: [{ ...wrote, result: 'received', ...(by ? { person: by } : {}) }],
    proposed: {
      ...{ channel: 'sms', at: at('22:35'), to: 'm1', debts: [], in_response_to: 'L1' },
      ...(to ? { person: to } : {}),
    },
  });
  return mayReply({ ...situation, ms: situation.atMs }, () => true);
}

test('only what the consumer, or who counts as the consumer, wrote opens a reply to them', () => {
  const opens: readonly (readonly [by: string | undefined, to: string | undefined])[] = [
    [undefined, undefined],
    ['consumer', undefined],
    ['spouse', 'consumer'],
    ['guardian', undefined],
    ['attorney', 'attorney'],
    ['third_party:aunt', 'third_party:aunt'],
  ];
  for (const [by, to] of opens) assert.equal(answers(by, to), true, `${by} to ${to}`);
  const others = ['third_party:neighbour', 'third_party:spouse', 'attorney', 'co_debtor', 'payer'];
  for (const by of others) assert.equal(answers(by, 'consumer'), false, by);
  assert.equal(answers('consumer', 'third_party:neighbour'), false);
});
