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
