import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import * as compliance from '#contract/compliance/compliance.ts';
import * as facts from '#contract/compliance/consents.ts';
import { readImport, undoImport } from '#contract/intake.ts';
import { dateIn } from '#kernel/time.ts';
import { importFile } from '#test/support/books/import-file.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';

const header = [
  'Customer number,Consent type,Number or address,Account,Given on,Received on,Valid until',
  'Revoked on,Given how,Wording,Source,Evidence,Channels',
].join(',');

/** A Colombian customer, whom only channels that they authorised may reach. */
async function colombian(world: World) {
  const book = await smallBook(world, { country: 'CO', zone: 'America/Bogota', currency: 'COP' });
  const made = await book.addCase({ customer: { country: 'CO', region: null, city: 'Bogotá' } });
  return { book, made };
}

test('an imported consent changes what the gate answers, and ends when its import is undone', async () => {
  const world = await freshWorld();
  const { book, made } = await colombian(world);
  const [office, officer] = [await world.user('back_office'), await world.user('compliance')];
  const { id: portfolioId } = book.portfolio;
  const { customerId } = made;
  const known = { tenantId: world.app.tenantId, portfolioId, customerId, targetId: customerId };
  const reference = 'CO-1';
  await world.db
    .insertInto('clientReferences')
    .values({ ...known, kind: 'customer', reference })
    .execute();
  const at = '2026-12-02T16:00:00Z';
  const answers = async () => {
    const { ways } = await world.call(compliance.askWhyNot, officer, { caseId: made.caseId, at });
    return ways.map(({ channel, verdict, reasons }) => [
      ...[channel, verdict],
      reasons.map(({ rule }) => rule).filter((rule) => rule.startsWith('CO-')),
    ]);
  };
  const before = await answers();
  const row = `${reference},authorised_channels,,,2026-10-01,2026-10-02,,,web form,Sí autorizo,CRM,DOC-7,phone_call`;
  const sent = { portfolioId: book.portfolio.id, content: `${header}\n${row}` };
  const done = await importFile(world, office, sent);
  assert.deepEqual([done.state, done.kind, done.counts['new']], ['done', 'consents', 1]);
  const after = await answers();
  assert.deepEqual(before, [
    ['phone_call', 'refused', ['CO-2300-CONSENT-CHANNEL']],
    ['sms', 'refused', ['CO-2300-CONSENT-CHANNEL']],
  ]);
  assert.deepEqual(after, [
    ['phone_call', 'permitted', []],
    ['sms', 'refused', ['CO-2300-CONSENT-CHANNEL']],
  ]);
  const again = await importFile(world, office, sent);
  assert.deepEqual([again.counts['new'], again.counts['unchanged']], [0, 1]);
  const [kept, ...others] = await world.db.selectFrom('consents').selectAll().execute();
  assert.ok(kept);
  assert.equal(others.length, 0);
  assert.deepEqual(
    [kept.source, kept.evidenceRef, kept.details, kept.occurredAt, kept.receivedAt],
    [
      'CRM',
      'DOC-7',
      { channels: ['phone_call'], via: 'web form', words: 'Sí autorizo' },
      '2026-10-01T05:00:00.000Z',
      // A day alone holds from its end.
      '2026-10-03T05:00:00.000Z',
    ],
  );
  await world.call(undoImport, office, { importId: done.id });
  // What was authorised once and no longer is leaves no channel.
  const rules = (await answers()).map(([, verdict]) => verdict);
  assert.deepEqual(rules, ['refused', 'refused']);
});

test('each row of consents that cannot be right is refused with its reason; the rest is kept', async () => {
  const world = await freshWorld();
  const book = await smallBook(world);
  const office = await world.user('back_office');
  const people = [
    'customerReference,name,region,mobile,email1,accountReference,itemReference,dueOn,amount',
    'C-1,May Moore,NY,+12125550142,may@example.org,A-1,IN-1,2026-06-10,100.00',
    'C-2,Sam Field,NY,+12125550143,sam@example.org,A-2,IN-2,2026-06-10,100.00',
  ].join('\n');
  await importFile(world, office, { portfolioId: book.portfolio.id, content: people });
  const content = [
    header,
    'C-1,tcpa_prior_express,(212) 555-0142,A-1,,2026-09-01,2026-12-31,,paper form,,CRM,,',
    'C-1,email,may@example.org,,,2026-09-01,,2026-10-15,,,,,',
    'C-1,additional_calls,,,,2026-05-20,,,,,,,',
    'C-9,email,may@example.org,,,2026-09-01,,,,,,,',
    'C-2,email,may@example.org,,,2026-09-01,,,,,,,',
    'C-2,text,sam@example.org,,,2026-09-01,,,,,,,',
    'C-2,email,,,,2026-09-01,,,,,,,',
    'C-2,telepathy,sam@example.org,,,2026-09-01,,,,,,,',
    'C-2,email,sam@example.org,A-1,,2026-09-01,,,,,,,',
    'C-2,email,sam@example.org,,2026-09-05,2026-09-01,,,,,,,',
    'C-2,email,sam@example.org,,,2026-09-01,,2026-08-01,,,,,',
    'C-2,email,sam@example.org,,,2026-09-01,,,,,,,letter',
  ].join('\n');
  const done = await importFile(world, office, { portfolioId: book.portfolio.id, content });
  assert.equal(done.state, 'done');
  const { rejects } = await world.call(readImport, office, { importId: done.id });
  assert.deepEqual(
    rejects.map(({ line, reason }) => [line, reason]),
    [
      [5, 'customer-not-known'],
      [6, 'contact-not-known'],
      [7, 'contact-does-not-fit'],
      [8, 'missing-required'],
      [9, 'bad-choice'],
      [10, 'account-not-known'],
      [11, 'given-after-received'],
      [12, 'revoked-before-received'],
      [13, 'not-for-this-consent'],
    ],
  );
  const choices = rejects.find(({ line }) => line === 9)?.facts['choices'];
  assert.match(String(choices), /tcpa_prior_express, /, 'whoever mistyped is told what there is');
  const kept = await world.db
    .selectFrom('consents')
    .select(['kind', 'revokedAt', 'revocationSource', 'details'])
    .orderBy('kind')
    .execute();
  assert.deepEqual(
    kept.map(({ kind, revokedAt, revocationSource, details }) => [
      ...[kind, revokedAt, revocationSource, details],
    ]),
    [
      ['additional_calls', null, null, { valid_until: '2026-05-26' }],
      ['email', '2026-10-15T04:00:00.000Z', 'import', {}],
      ['tcpa_prior_express', '2027-01-01T05:00:00.000Z', 'expired', { via: 'paper form' }],
    ],
  );
});

test('a revoked consent does not stand again by an older list, but by one given after', async () => {
  const world = await freshWorld();
  const book = await smallBook(world);
  const [office, officer] = [await world.user('back_office'), await world.user('compliance')];
  const manager = await world.user('manager');
  const { customerId, caseId } = await book.addCase();
  const { id: portfolioId } = book.portfolio;
  const known = { tenantId: world.app.tenantId, portfolioId, customerId, targetId: customerId };
  await world.db
    .insertInto('clientReferences')
    .values({ ...known, kind: 'customer', reference: 'R-1' })
    .execute();
  const bring = (given: string, actor = office) => {
    const row = `R-1,authorised_channels,,,${given},${given},,,web form,,CRM,,sms`;
    return importFile(world, actor, { portfolioId, content: `${header}\n${row}` });
  };
  const standing = async () => {
    const kept = await world.db.selectFrom('consents').select(['id', 'revokedAt']).execute();
    return kept.filter(({ revokedAt }) => revokedAt === null);
  };
  await bring('2026-03-02');
  const [first] = await standing();
  assert.ok(first);
  const source = 'call';
  await world.call(facts.revokeConsent, officer, { caseId, consentId: first.id, source });
  const older = await bring('2026-03-03');
  const { rejects } = await world.call(readImport, office, { importId: older.id });
  assert.deepEqual(
    [older.counts['new'] ?? 0, rejects.map(({ reason }) => reason)],
    [0, ['revoked-since']],
  );
  assert.deepEqual(await standing(), []);
  await world.clock.advance(3 * 24 * 60 * 60_000);
  const day = dateIn('America/New_York', world.app.clock() - 24 * 60 * 60_000);
  const newer = await bring(day);
  assert.equal((await standing()).length, 1);
  const refused = await world.request(undoImport, manager, { importId: newer.id });
  assert.equal(refused.status, 403);
  await world.call(undoImport, office, { importId: newer.id });
  assert.deepEqual(await standing(), []);
  const again = await bring(day);
  assert.deepEqual([again.counts['new'], (await standing()).length], [1, 1]);
  await assert.rejects(bring(day, manager));
});

test('of several ends that a file tells of one consent the earliest stands, in any order', async () => {
  const world = await freshWorld();
  const book = await smallBook(world);
  const place = book.portfolio.id;
  const office = await world.user('back_office');
  const references = ['E-1', 'E-2', 'E-3'];
  for (const reference of references) {
    const { customerId } = await book.addCase();
    const known = { tenantId: world.app.tenantId, portfolioId: place, customerId };
    await world.db
      .insertInto('clientReferences')
      .values({ ...known, targetId: customerId, kind: 'customer', reference })
      .execute();
  }
  const row = (reference: string, revoked: string) =>
    `${reference},authorised_channels,,,2026-01-01,2026-01-01,,${revoked},web form,Yes,CRM,D-1,sms`;
  const bring = (...rows: readonly string[]) =>
    importFile(world, office, { portfolioId: place, content: [header, ...rows].join('\n') });
  await bring(row('E-3', ''));
  const done = await bring(
    ...[row('E-1', ''), row('E-1', '2026-03-01')],
    ...[row('E-2', '2026-04-01'), row('E-2', ''), row('E-2', '2026-02-01')],
    ...[row('E-3', '2026-02-01'), row('E-3', '2026-04-01')],
  );
  assert.deepEqual(
    [done.counts['new'], done.counts['changed'], done.counts['unchanged']],
    [2, 3, 2],
  );
  const { rows: kept } = await sql<{ reference: string; revokedAt: string }>`
    select r.reference, c.revoked_at from consents c
    join client_references r on r.customer_id = c.customer_id order by r.reference
  `.execute(world.db);
  assert.deepEqual(
    kept.map(({ reference, revokedAt }) => [reference, revokedAt.slice(0, 10)]),
    [
      ['E-1', '2026-03-01'],
      ['E-2', '2026-02-01'],
      ['E-3', '2026-02-01'],
    ],
  );
});
