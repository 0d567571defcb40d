import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdKinds } from '#domain/cases/holds.ts';
import { eventWord } from '#domain/gate/facts/event-kinds.ts';
import type { Pack } from '#domain/gate/pack.ts';
import gb from '#rulepacks/gb/index.ts';
import us from '#rulepacks/us-fed/index.ts';
import { callOf, rowsOf } from '#test/support/books/one-person.ts';
import { buildHistoryFacts } from './build-history-facts.ts';
import type { GateRows } from './gate-rows.ts';

const at = '2026-06-15T16:00:00Z';
const early = '2026-06-10T09:00:00Z';
const late = '2026-06-20T09:00:00Z';
const history = (change: Partial<GateRows>) =>
  buildHistoryFacts(rowsOf(change), {
    ...{ actorId: 'tenant', tenantId: 'tenant', at, packs: [], debts: ['debt'] },
  });

const preference = (change: Partial<GateRows['preferences'][number]>) => ({
  ...{ id: 'wish', kind: 'cease', channel: null, pointId: null, details: {} },
  ...{ givenAt: early, withdraws: null, ...change },
});
const fact = (change: Partial<GateRows['facts'][number]>) => ({
  ...{ id: 'fact', kind: 'deceased', details: {}, occurredAt: early, receivedAt: early },
  ...{ withdraws: null, by: null, ...change },
});
const hold = (change: Partial<GateRows['holds'][number]>) => ({
  ...{ id: 'hold', caseId: 'case', kind: 'dispute', accountId: null, itemId: null, amount: null },
  ...{ details: {} },
  ...{ setAt: early, ...change },
});

test('an attempt whose outcome is not known counts as reserved', () => {
  const cases = [
    { row: { state: 'reserved', result: null }, result: 'reserved' },
    { row: { state: 'released', result: null }, result: 'reserved' },
    { row: { state: 'unknown', result: null }, result: 'reserved' },
    { row: { state: 'ended', result: 'no_answer' }, result: 'no_answer' },
    { row: { state: 'ended', result: null }, result: 'reserved' },
  ];
  for (const { row, result } of cases) {
    assert.equal(history({ log: [callOf(row)] }).contact_log[0]?.result, result, row.state);
  }
});

test('an entry of the log holds no field with its default value', () => {
  const plain = {
    ...{ id: 'call', at: '2026-06-01T15:00:00Z', dir: 'outbound', channel: 'phone_call' },
    ...{ to: 'phone', person: 'consumer', result: 'no_answer', debts: ['debt'] },
    mode: 'live_agent',
  };
  const { to, ...withoutPoint } = plain;
  const cases: [Partial<GateRows['log'][number]>, object][] = [
    [{}, plain],
    [{ pointId: null }, withoutPoint],
    [{ direction: 'inbound' }, { ...withoutPoint, dir: 'inbound', from: to }],
    [{ unsolicited: false }, { ...plain, unsolicited: false }],
    [{ purpose: 'legal_notice' }, { ...plain, purpose: 'legal_notice' }],
    [{ inResponseTo: 'message' }, { ...plain, in_response_to: 'message' }],
    [{ by: 'tenant' }, plain],
    [{ by: 'agency' }, { ...plain, by: 'agency' }],
    [{ conversationDebts: ['debt'] }, { ...plain, conversation_debts: ['debt'] }],
    [{ result: 'conversation' }, { ...plain, result: 'conversation', conversation_debts: [] }],
  ];
  for (const [change, entry] of cases) {
    assert.deepEqual(history({ log: [callOf(change)] }).contact_log, [entry]);
  }
});

test('what the customer asked for becomes an event or a mark of the person, unless withdrawn', () => {
  const withdrawal = preference({ id: 'withdrawal', withdraws: 'wish' });
  const cases: [Partial<GateRows['preferences'][number]>, object][] = [
    [
      { kind: 'opt_out_address', channel: 'sms', pointId: 'phone' },
      { kind: 'opt_out', address: 'phone', medium: 'sms', received_at: early },
    ],
    [
      { kind: 'opt_out_medium', channel: 'sms' },
      { kind: 'opt_out', medium: 'sms', received_at: early },
    ],
    [{ kind: 'cease' }, { kind: 'cease', received_at: early, in_writing: true, medium: 'letter' }],
  ];
  for (const [change, event] of cases) {
    assert.deepEqual(history({ preferences: [preference(change)] }).events, [event]);
    const withdrawn = history({ preferences: [preference(change), { ...withdrawal, ...change }] });
    assert.equal(withdrawn.events.length, 1);
  }
  const atWork = preference({ kind: 'employer_prohibits' });
  assert.equal(history({ preferences: [atWork] }).consumer.employer_prohibits, true);
  assert.equal(history({}).consumer.employer_prohibits, false);
});

test('an inconvenient time is kept by weekday and clock, all day where no time is given', () => {
  const all = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  const cases: [Partial<GateRows>, object][] = [
    [
      { preferences: [preference({ kind: 'inconvenient_time', details: { weekdays: [1, 7] } })] },
      { weekdays: ['Mon', 'Sun'], from: '00:00', to: '24:00', source: 'consumer' },
    ],
    [
      {
        preferences: [
          preference({ kind: 'inconvenient_time', details: { from: '12:00', until: '14:00' } }),
        ],
      },
      { weekdays: all, from: '12:00', to: '14:00', source: 'consumer' },
    ],
    [
      { facts: [fact({ kind: 'time_inconvenient', details: { valid_until: '2026-07-01' } })] },
      { weekdays: all, from: '00:00', to: '24:00', source: 'consumer', valid_until: '2026-07-01' },
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(history(change).consumer.inconvenient, [expected]);
  }
});

test('a fact counts from the time it binds until it is withdrawn', () => {
  const deceased = (facts: GateRows['facts']) => history({ facts }).consumer.status?.deceased;
  assert.equal(deceased([fact({})]), true);
  assert.equal(deceased([fact({ occurredAt: late, receivedAt: late })]), false);
  assert.equal(deceased([fact({}), fact({ id: 'back', withdraws: 'fact' })]), false);
  assert.equal(history({ holds: [hold({ kind: 'deceased' })] }).consumer.status?.deceased, true);
});

test('a hold is the event it came from; a dispute of a part leaves the rest open', () => {
  const [received_at, debts] = [early, ['debt']];
  const cases: [Partial<GateRows>, object[]][] = [
    [
      { holds: [hold({ kind: 'represented' })] },
      [{ kind: 'attorney', received_at, debts, attorney_known: true }],
    ],
    [
      { holds: [hold({ kind: 'insolvent' })] },
      [{ kind: 'bankruptcy_petition', received_at, filed_at: received_at, debts }],
    ],
    [{ holds: [hold({ kind: 'identity' })] }, [{ kind: 'identity_theft', received_at, debts }]],
    [
      { holds: [hold({})] },
      [{ kind: 'dispute', received_at, debts, in_writing: true, reasonable_grounds: true }],
    ],
    [{ holds: [hold({ amount: 500 })] }, []],
    [{ holds: [hold({ itemId: 'item' })] }, []],
    [
      { holds: [hold({ kind: 'complaint', accountId: 'other' })] },
      [{ kind: 'complaint', received_at, debts: ['other'] }],
    ],
  ];
  for (const [change, events] of cases) assert.deepEqual(history(change).events, events);
});

test('a number that is somebody else’s is so on every record that has it', () => {
  const [phone] = rowsOf().points;
  assert.ok(phone);
  const points = [
    { ...phone, state: 'wrong_person' },
    { ...phone, id: 'same-number' },
    { ...phone, id: 'other', value: '+12125550199' },
  ];
  assert.deepEqual(history({ points }).events, [
    { kind: 'wrong_party', address: 'phone' },
    { kind: 'wrong_party', address: 'same-number' },
  ]);
  const dated = fact({ kind: 'wrong_party', details: { address: 'phone' } });
  const { events } = history({ points, facts: [dated] });
  assert.deepEqual(
    events.map(({ address }) => address),
    ['phone'],
  );
});

test('a pack may have its own word for a hold of ours', () => {
  const kinds = (packs: readonly Pack[]) =>
    buildHistoryFacts(rowsOf({ holds: [hold({ kind: 'insolvent' })] }), {
      ...{ actorId: 'tenant', tenantId: 'tenant', at, packs, debts: ['debt'] },
    }).events.map(({ kind }) => kind);
  assert.deepEqual(kinds([gb]), ['breathing_space']);
  assert.deepEqual(kinds([]), ['bankruptcy_petition']);
});

test('something was conveyed only where this collector said something of each debt', () => {
  const made = (
    change: Partial<GateRows>,
    debts = ['debt'],
    actor = 'tenant',
    packs: readonly Pack[] = [us],
  ) =>
    buildHistoryFacts(rowsOf(change), {
      ...{ actorId: actor, tenantId: 'tenant', at, debts, packs },
    }).consumer.initial_communication_made;
  const told = { debts: ['debt'], by: null, person: 'consumer' };
  const notice = fact({ kind: 'validation_notice', details: { debts: ['debt'] } });
  const returned = { details: { undelivered_notice_at: early }, withdraws: 'fact', id: 'other' };
  const cases: [Partial<GateRows>, boolean, string[]?, string?][] = [
    [{ conveyed: [] }, false],
    [{ conveyed: [], log: [callOf()] }, false],
    [{ conveyed: [{ ...told }] }, true],
    [{ conveyed: [{ ...told }] }, false, ['debt', 'new-debt']],
    [{ conveyed: [{ ...told, by: 'agency' }] }, false],
    [{ conveyed: [{ ...told, by: 'agency' }] }, true, ['debt'], 'agency'],
    [{ conveyed: [], facts: [notice] }, true],
    [{ conveyed: [], facts: [{ ...notice, by: 'agency' }] }, false],
    [{ conveyed: [], facts: [notice, fact({ ...returned, kind: 'validation_notice' })] }, false],
  ];
  for (const [change, expected, debts, actor] of cases) {
    assert.equal(made(change, debts, actor), expected, JSON.stringify(change));
  }
  const hearing: Pack = {
    ...us,
    countsAsCustomer: [{ role: 'spouse', hears: true, citation: 'A law' }],
  };
  const people: [string, boolean, boolean][] = [
    ['executor', true, true],
    ['guardian', true, true],
    ['spouse', false, true],
    ['surviving_spouse', false, true],
    ['parent_of_minor', false, false],
    ['co_debtor', false, false],
    ['attorney', false, false],
  ];
  for (const [person, strict, widened] of people) {
    const change = { conveyed: [{ ...told, person }] };
    for (const packs of [[us], [gb], []]) {
      assert.equal(made(change, ['debt'], 'tenant', packs), strict, person);
    }
    assert.equal(made(change, ['debt'], 'tenant', [hearing]), widened, person);
  }
});

test('every kind of hold is an event that the gate knows, or is told otherwise', () => {
  const told = ['deceased', 'error', 'technical', 'stop-contact', 'not-transferred'];
  for (const kind of holdKinds) {
    const { events } = history({ holds: [hold({ kind })] });
    if (told.includes(kind)) assert.deepEqual(events, [], kind);
    else assert.ok(events.length === 1 && events.every((one) => eventWord(one.kind)), kind);
  }
  const [unknown] = history({ holds: [hold({ kind: 'new-kind' })] }).events;
  assert.equal(unknown?.kind, 'new-kind');
  const [wish] = history({ preferences: [preference({ kind: 'new-wish' })] }).events;
  assert.equal(wish?.kind, 'new-wish');
});

test('authorised channels and a request about work are told of the person', () => {
  const consent = (change: object) => ({
    ...{
      kind: 'authorised_channels',
      portfolioId: null,
      pointId: null,
      debts: [],
      givenTo: 'tenant',
    },
    ...{ receivedAt: early, revokedAt: null, revokedVia: null },
    ...{ details: { channels: ['sms', 'email'] }, ...change },
  });
  const channels = (...consents: GateRows['consents']) => {
    const told = history({ consents });
    assert.deepEqual(told.consents, []);
    return told.consumer.authorised_channels;
  };
  assert.equal(channels(), undefined);
  assert.deepEqual(channels(consent({})), ['sms', 'email']);
  assert.deepEqual(channels(consent({ revokedAt: early })), []);
  assert.equal(channels(consent({ givenTo: 'agency' })), undefined);
  const asked = { details: { place: 'work', in_writing: true }, kind: 'place_inconvenient' };
  assert.deepEqual(history({ facts: [fact(asked)] }).consumer.work_request, {
    in_writing: true,
    received_at: early,
  });
  const said = preference({ kind: 'inconvenient_place', details: { place: 'work' } });
  assert.deepEqual(history({ preferences: [said] }).consumer.work_request, {
    ...{ received_at: early, in_writing: false, via: 'phone_call' },
  });
});
