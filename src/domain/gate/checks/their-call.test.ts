import assert from 'node:assert/strict';
import { test } from 'node:test';
import { situationOf } from '#domain/gate/evaluation-context.ts';
import type { LogEntry } from '#domain/gate/facts/history-facts.ts';
import { changed } from '#domain/gate/pack-examples.ts';
import { ordinaryCase } from '#rulepacks/us-fed/examples/ordinary-case.ts';
import { theirCall } from './replies.ts';

const inbound = {
  ...{ id: 'L1', at: '2026-06-10T10:00:00-04:00', dir: 'inbound', channel: 'phone_call' },
  ...{ from: 'm1', person: 'consumer', result: 'conversation' },
};
const later = (other: Partial<LogEntry>): LogEntry => ({
  ...inbound,
  id: 'L2',
  at: '2026-06-10T10:05:00-04:00',
  ...other,
});
const going = { purpose: 'continue_inbound_call', at: '2026-06-10T10:10:00-04:00', to: 'm1' };

function goesOn(log: readonly LogEntry[], proposed: object): boolean {
  const told = situationOf(
    changed(ordinaryCase, { contact_log: log, proposed: { ...going, ...proposed } }),
  );
  return theirCall({ ...told, ms: told.atMs }) !== undefined;
}

test('a talk on their own call goes on while the attempt names it and nothing came after', () => {
  const named = { in_response_to: 'L1' };
  assert.equal(goesOn([inbound], named), true);
  assert.equal(goesOn([inbound], {}), false);
  assert.equal(goesOn([inbound, later({})], named), false);
  assert.equal(goesOn([inbound, later({ dir: 'outbound', from: null, to: 'm1' })], named), false);
  assert.equal(goesOn([{ ...inbound, ended_by: 'line_drop' }], named), false);
  assert.equal(goesOn([inbound], { ...named, at: '2026-06-10T13:00:00-04:00' }), false);
});
