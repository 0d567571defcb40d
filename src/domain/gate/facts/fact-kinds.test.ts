import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventWord } from './event-kinds.ts';
import { boundFrom, eventsOfFacts, FACT_KINDS, factKinds, type RawFact } from './fact-kinds.ts';

const fact = (kind: string, more: Partial<RawFact> = {}): RawFact => ({
  id: kind,
  kind,
  details: {},
  occurredAt: '2026-11-01T10:00:00Z',
  receivedAt: '2026-11-03T10:00:00Z',
  withdraws: null,
  ...more,
});

test('every kind is a word of the gate, and needs only what it may carry', () => {
  for (const kind of factKinds) {
    assert.equal(eventWord(kind), kind);
    const { fields, needs } = FACT_KINDS[kind];
    assert.deepEqual(
      needs.filter((name) => !fields.includes(name)),
      [],
      kind,
    );
  }
});

test('a request binds from its receipt, a notice from its sending, a petition from its filing', () => {
  assert.equal(boundFrom(fact('cease')), '2026-11-03T10:00:00Z');
  assert.equal(boundFrom(fact('validation_notice')), '2026-11-01T10:00:00Z');
  assert.equal(boundFrom(fact('bankruptcy_petition')), '2026-11-01T10:00:00Z');
  const [cease, notice] = eventsOfFacts([fact('cease'), fact('validation_notice')]);
  assert.equal(cease?.received_at, '2026-11-03T10:00:00Z');
  assert.equal(notice?.received_at, undefined);
  assert.equal(notice?.sent_at, '2026-11-01T10:00:00Z');
});

test('what was taken back is out, with what took it back', () => {
  const facts = [fact('cease'), fact('cease', { id: 'back', withdraws: 'cease' })];
  assert.deepEqual(eventsOfFacts(facts), []);
});

test('a notice that came back says when', () => {
  const back = '2026-11-09T09:00:00Z';
  const facts = [
    fact('validation_notice'),
    fact('validation_notice', {
      id: 'back',
      withdraws: 'validation_notice',
      details: { undelivered_notice_at: back },
    }),
  ];
  assert.equal(eventsOfFacts(facts)[0]?.undelivered_notice_at, back);
});
