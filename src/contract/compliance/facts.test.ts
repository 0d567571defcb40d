import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFacts } from './facts.ts';

const facts = {
  packs: ['US-FED'],
  actor: { type: 'third_party_collector', id: 'A' },
  consumer: {
    id: 'c',
    location_signals: [{ kind: 'residential_address', tz: ['America/New_York'] }],
  },
  contact_points: [{ id: 'm1', kind: 'mobile', number: '+16145550101' }],
  debts: [{ id: 'd1' }],
  contact_log: [
    {
      id: 'L1',
      at: '2026-06-01T10:00:00-04:00',
      dir: 'inbound',
      channel: 'sms',
      result: 'received',
    },
  ],
  consents: [],
  events: [],
  proposed: { channel: 'sms', at: '2026-06-10T10:00:00-04:00', to: 'm1', debts: ['d1'] },
};

const pathOf = (json: unknown) => {
  const parsed = parseFacts(json);
  return parsed.ok ? null : parsed.path;
};

test('two entries of the log under one id are an error, since nobody can say which is answered', () => {
  const [entry] = facts.contact_log;
  assert.equal(pathOf({ ...facts, contact_log: [entry, entry] }), 'contact_log.1.id');
});

test('facts in order are taken as they are', () => {
  const parsed = parseFacts(facts);
  assert.ok(parsed.ok);
  assert.equal(parsed.facts.proposed.at, '2026-06-10T10:00:00-04:00');
});

test('a field or word that nobody knows is named by its path, with the nearest that is known', () => {
  const problem = (json: unknown) => {
    const parsed = parseFacts(json);
    return parsed.ok ? null : [parsed.path, parsed.message];
  };
  const { proposed } = facts;
  const events = [{ kind: 'cease_notise', received_at: '2026-06-01' }];
  assert.deepEqual(problem({ ...facts, events }), [
    'events.0.kind',
    'unknown word "cease_notise"; did you mean "cease_notice"?',
  ]);
  const content = { optout_notise: true };
  assert.deepEqual(problem({ ...facts, proposed: { ...proposed, content } }), [
    'proposed.content.optout_notise',
    'unknown field "optout_notise"; did you mean "optout_notice"?',
  ]);
  const known = 'third_party_collector, debt_buyer, original_creditor, bank, lending_company';
  assert.deepEqual(problem({ ...facts, actor: { type: 'wizard', id: 'A' } }), [
    'actor.type',
    `unknown word "wizard"; known are ${known}`,
  ]);
  const [point, entry] = [facts.contact_points[0], facts.contact_log[0]];
  const refused = {
    note: { ...facts, note: 'ours' },
    'proposed.channel': { ...facts, proposed: { ...proposed, channel: 'pigeon' } },
    'proposed.mode': { ...facts, proposed: { ...proposed, mode: 'shouted' } },
    'proposed.person': { ...facts, proposed: { ...proposed, person: 'aunt' } },
    'contact_points.0.kind': { ...facts, contact_points: [{ ...point, kind: 'pager' }] },
    'contact_log.0.result': { ...facts, contact_log: [{ ...entry, result: 'rang twice' }] },
    'consents.0.kind': { ...facts, consents: [{ kind: 'everything' }] },
    'debts.0.type': { ...facts, debts: [{ id: 'd1', type: 'curse' }] },
    'events.0.reason': { ...facts, events: [{ kind: 'cease', reason: 'x' }] },
    'contact_log.0.person': { ...facts, contact_log: [{ ...entry, person: 'third_party:x' }] },
    'contact_points.0.owner': { ...facts, contact_points: [{ ...point, owner: 'third_party:x' }] },
  };
  for (const [path, json] of Object.entries(refused)) assert.equal(pathOf(json), path);
});

test('a field belongs to its kind of event or consent, whatever others carry', () => {
  const problem = (part: object) => {
    const parsed = parseFacts({ ...facts, ...part });
    return parsed.ok ? null : [parsed.path, parsed.message];
  };
  const chapter = { kind: 'cease_notice', received_at: '2026-06-01', chapter: 7 };
  assert.equal(problem({ events: [chapter] })?.[0], 'events.0.chapter');
  const late = { kind: 'letter_about_debt_mailed', at: '2026-06-01', mailed_att: '2026-06-02' };
  assert.equal(problem({ events: [late] })?.[0], 'events.0.mailed_att');
  assert.deepEqual(problem({ events: [{ kind: 'bankruptcy_petition', filed: '2026-06-01' }] }), [
    'events.0.filed',
    'unknown field "filed"; did you mean "filer"?',
  ]);
  assert.deepEqual(problem({ events: [{ kind: 'email_chain', domain_public: true }] }), [
    'events.0.domain_public',
    'unknown field of email_chain "domain_public"; known are ' +
      'kind, at, received_at, effective_at, sent_at, ended_at, debts, person, address, ' +
      'obtained_by, under, used_by, immediately_prior_collector, opted_out',
  ]);
  assert.equal(
    problem({ consents: [{ kind: 'text', affirmed_not_employer: true }] })?.[0],
    'consents.0.affirmed_not_employer',
  );
  assert.equal(problem({ events: [{ ...chapter, chapter: null }] }), null);
  assert.equal(problem({ events: [{ kind: 'bankruptcy_petition', chapter: 7 }] }), null);
});

test('an empty list of debts is an error: it would bind none', () => {
  const { proposed } = facts;
  const [entry] = facts.contact_log;
  const cease = { kind: 'cease_notice', received_at: '2026-06-01', debts: [] };
  const empty = {
    'proposed.debts': { proposed: { ...proposed, debts: [] } },
    'proposed.count_debts': { proposed: { ...proposed, count_debts: [] } },
    'events.0.debts': { events: [cease] },
    'consents.0.debts': { consents: [{ kind: 'text', debts: [] }] },
  };
  for (const [path, part] of Object.entries(empty))
    assert.equal(pathOf({ ...facts, ...part }), path);
  // Of the log, that is an attempt charged to no debt.
  const uncharged = { ...entry, dir: 'outbound', debts: [] };
  assert.equal(pathOf({ ...facts, contact_log: [uncharged] }), null);
  assert.equal(pathOf({ ...facts, contact_log: [{ ...uncharged, about_debt: false }] }), null);
});

test('days of the week are English names, at least one', () => {
  const given = (weekdays: unknown) => [
    pathOf({ ...facts, consumer: { ...facts.consumer, inconvenient: [{ weekdays }] } }),
    pathOf({ ...facts, consents: [{ kind: 'contact_time', weekdays }] }),
    pathOf({ ...facts, events: [{ kind: 'time_inconvenient', weekdays }] }),
  ];
  const places = ['consumer.inconvenient.0', 'consents.0', 'events.0'];
  for (const word of ['funday', '2', 'mardi', 'Dienstag', 'weekdays', 'wedding', 'mon-fri', '']) {
    assert.deepEqual(
      given(['Mon', word]),
      places.map((place) => `${place}.weekdays.1`),
      word,
    );
  }
  assert.deepEqual(
    given([]),
    places.map((place) => `${place}.weekdays`),
  );
  const known = ['mon', 'Tue', 'Tues', 'WED', 'Thursday', 'fri', 'SATURDAY', 'Sundays'];
  assert.deepEqual(given(known), [null, null, null]);
  const byNumber = (day: number) =>
    pathOf({ ...facts, events: [{ kind: 'time_inconvenient', weekdays: [day] }] });
  assert.deepEqual([byNumber(7), byNumber(8)], [null, 'events.0.weekdays.0']);
});

test('an id stands for one debt or point, and a channel goes to a point of its kind', () => {
  const { proposed } = facts;
  const [debt, point, entry] = [facts.debts[0], facts.contact_points[0], facts.contact_log[0]];
  assert.equal(pathOf({ ...facts, debts: [debt, { ...debt, type: 'medical' }] }), 'debts.1.id');
  const twice = [point, { id: 'm1', kind: 'email' }];
  assert.equal(pathOf({ ...facts, contact_points: twice }), 'contact_points.1.id');
  const contact_points = [
    { id: 'm1', kind: 'mobile', number: '+16145550101' },
    { id: 'e1', kind: 'email', address: 'sam@example.org' },
    { id: 'a1', kind: 'mail' },
  ];
  const own = { phone_call: 'm1', ringless_voicemail: 'm1', sms: 'm1', email: 'e1', letter: 'a1' };
  for (const [channel, its] of Object.entries(own)) {
    for (const to of ['m1', 'e1', 'a1']) {
      const given = (part: object) => pathOf({ ...facts, contact_points, ...part });
      const [sent, path] = [{ ...entry, id: 'L2', channel, result: 'sent' }, to !== its];
      assert.equal(given({ proposed: { ...proposed, channel, to } }), path ? 'proposed.to' : null);
      assert.equal(
        given({ contact_log: [entry, { ...sent, dir: 'outbound', to }] }),
        path ? 'contact_log.1.to' : null,
      );
      assert.equal(
        given({ contact_log: [entry, { ...sent, from: to }] }),
        path ? 'contact_log.1.from' : null,
      );
    }
  }
  const byAddress = { ...proposed, channel: 'phone_call', to: 'sam@example.org' };
  assert.equal(pathOf({ ...facts, contact_points, proposed: byAddress }), 'proposed.to');
});

test('whom a third party may be is a closed list, with the nearest word', () => {
  const person = { ...facts.proposed, person: 'third_party:neighbr' };
  const parsed = parseFacts({ ...facts, proposed: person });
  assert.deepEqual(parsed.ok ? null : [parsed.path, parsed.message], [
    'proposed.person',
    'unknown word "third_party:neighbr"; did you mean "third_party:neighbour"?',
  ]);
});

test('other names and words are translated, a purpose of another name is let in', () => {
  const parsed = parseFacts({
    ...facts,
    contact_points: [{ id: 'm1', kind: 'cell', employer_provided: true }],
    events: [{ kind: 'attorney_notice' }, { kind: 'media_optout', medium: 'mail' }],
    proposed: {
      ...{ ...facts.proposed, to: 'm1', channel: 'rvm', person: 'third_party:aunt' },
      ...{ mode: 'live_agent_manual_dial', purpose: 'greeting', content: { humiliating: true } },
    },
  });
  assert.ok(parsed.ok);
  const { contact_points, events, proposed } = parsed.facts;
  assert.equal(contact_points[0]?.employer_provided_known, true);
  assert.deepEqual(events, [{ kind: 'attorney' }, { kind: 'opt_out', medium: 'letter' }]);
  assert.deepEqual(
    [proposed.channel, proposed.mode, proposed.purpose, proposed.content],
    ['ringless_voicemail', 'manual', 'greeting', { humiliates: true }],
  );
});

test('a name given beside the field’s own is an error', () => {
  const point = { id: 'e1', kind: 'email', employer_provided: true };
  const both = { ...point, employer_provided_known: false };
  assert.equal(pathOf({ ...facts, contact_points: [both] }), 'contact_points.0.employer_provided');
});

test('what is wrong is named by its path', () => {
  const { proposed, consumer } = facts;
  assert.equal(pathOf({ ...facts, packs: 'US-FED' }), 'packs');
  assert.equal(pathOf({ ...facts, actor: undefined }), 'actor');
  assert.equal(
    pathOf({ ...facts, proposed: { ...proposed, at: '2026-06-10T10:00:00' } }),
    'proposed.at',
  );
  assert.equal(pathOf({ ...facts, proposed: { ...proposed, at: 'tomorrow' } }), 'proposed.at');
  const signals = [{ kind: 'residential_address', tz: ['Mars/Olympus'] }];
  assert.equal(
    pathOf({ ...facts, consumer: { ...consumer, location_signals: signals } }),
    'consumer.location_signals.0.tz.0',
  );
  const [entry] = facts.contact_log;
  assert.equal(
    pathOf({ ...facts, contact_log: [{ ...entry, dir: 'sideways' }] }),
    'contact_log.0.dir',
  );
  const late = [{ from: '25:00', to: '26:00' }];
  assert.equal(
    pathOf({ ...facts, consumer: { ...consumer, inconvenient: late } }),
    'consumer.inconvenient.0.from',
  );
  assert.equal(pathOf(null), '');
});

test('what the attempt, an opt-out or a consent points to is told, or named by its path', () => {
  const { proposed } = facts;
  const attempts = [
    [{ to: 'zz' }, 'proposed.to'],
    [{ debts: ['dX'] }, 'proposed.debts.0'],
    [{ count_debts: ['d1', 'dX'] }, 'proposed.count_debts.1'],
    [{ to: '+1 614 555 0101' }, null],
    // A register is no point of contact.
    [{ channel: 'credit_reporting', to: 'bureau' }, null],
  ] as const;
  for (const [change, path] of attempts) {
    assert.equal(pathOf({ ...facts, proposed: { ...proposed, ...change } }), path);
  }
  const optOut = { kind: 'media_optout', medium: 'sms', received_at: '2026-06-02T10:00:00Z' };
  const optOuts = (address: string) => pathOf({ ...facts, events: [{ ...optOut, address }] });
  assert.equal(optOuts('zz'), 'events.0.address');
  assert.equal(optOuts('m1'), null);
  const consent = { kind: 'email', given_to: 'A', received_at: '2026-06-02T10:00:00Z' };
  const consents = [{ ...consent, address: 'zz@example.org' }];
  assert.equal(pathOf({ ...facts, consents }), 'consents.0.address');
});

test('what the log, events and consents speak of, or answer, is told, or named by its path', () => {
  const [entry] = facts.contact_log;
  const out = { ...entry, id: 'L2', dir: 'outbound', result: 'sent', debts: ['d1'] };
  const entries = [
    [{ debts: ['d1', 'dX'] }, 'contact_log.1.debts.1'],
    [{ conversation_debts: ['dX'] }, 'contact_log.1.conversation_debts.0'],
    [{ to: 'zz' }, 'contact_log.1.to'],
    [{ dir: 'inbound', result: 'received', from: 'zz' }, 'contact_log.1.from'],
    // The collector's own number.
    [{ from: '+16145550199', to: '+1 614 555 0101' }, null],
    [{ in_response_to: 'LX' }, 'contact_log.1.in_response_to'],
    [{ in_response_to: 'L1' }, null],
  ] as const;
  for (const [change, path] of entries) {
    assert.equal(pathOf({ ...facts, contact_log: [entry, { ...out, ...change }] }), path);
  }
  const answer = { ...facts.proposed, in_response_to: 'LX' };
  assert.equal(pathOf({ ...facts, proposed: answer }), 'proposed.in_response_to');
  const events = [{ kind: 'cease_notice', received_at: '2026-06-02', debts: ['dX'] }];
  assert.equal(pathOf({ ...facts, events }), 'events.0.debts.0');
  const consents = [{ kind: 'email', given_to: 'A', received_at: '2026-06-02', debts: ['dX'] }];
  assert.equal(pathOf({ ...facts, consents }), 'consents.0.debts.0');
});
