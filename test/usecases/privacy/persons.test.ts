import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import * as approvals from '#contract/approvals.ts';
import * as corrections from '#contract/case-corrections.ts';
import * as cases from '#contract/cases.ts';
import * as persons from '#contract/compliance/persons.ts';
import { undoImport } from '#contract/intake.ts';
import type { UserActor } from '#domain/workforce/rights.ts';
import { type MadeCase, smallBook } from '#test/support/books/small-book.ts';
import { freshWorld, ownedBy, type World } from '#test/support/world/fresh-world.ts';
import { verifyLog } from '#usecases/audit/verify-log.ts';
import { reserveContact } from '#usecases/gate/steps/reserve-contact.ts';
import { countDue } from '#usecases/privacy/retention.ts';
import { runRetention } from '#usecases/privacy/run-retention.ts';

const why = 'As the law asks of us';
const secret = 'Depressed since the accident';

/** A world with a book and the people who protect persons: who asks and who approves. */
async function privacyWorld() {
  const world = await freshWorld();
  const book = await smallBook(world);
  const officer = await world.user('compliance');
  const second = await world.user('manager');
  return { world, book, officer, second };
}

/** The case is over: nothing is owed any more. */
async function closed({ db, app }: World, { customerId, caseId }: MadeCase) {
  const at = new Date(app.clock()).toISOString();
  await sql`update items set balance_minor = 0 where customer_id = ${customerId}`.execute(db);
  await db
    .updateTable('cases')
    .set({ closedAt: at, closeReason: 'paid', queue: null, ownerId: null })
    .where('id', '=', caseId)
    .execute();
}

async function approveAll({ call }: World, second: UserActor) {
  const { approvals: waiting } = await call(approvals.listApprovals, second, {});
  for (const { id, state } of waiting) {
    if (state === 'waiting') {
      await call(approvals.decideApproval, second, { approvalId: id, approve: true });
    }
  }
}

async function asked(world: World, officer: UserActor, caseId: string, kind: 'access' | 'erasure') {
  const { call } = world;
  const input = { caseId, kind, law: 'gdpr', receivedOn: '2026-11-18' } as const;
  const { requestId, dueOn } = await call(persons.recordRequest, officer, input);
  assert.equal(dueOn, '2026-12-18');
  const early = await world.request(persons.askRequest, officer, {
    caseId,
    requestId,
    reason: why,
  });
  assert.equal(early.body['type'], '/problems/step-missing', 'not before it is known who asks');
  await call(persons.checkIdentity, officer, { caseId, requestId, how: 'document' });
  await call(persons.askRequest, officer, { caseId, requestId, reason: why });
  return requestId;
}

const holds = async ({ db }: World) => {
  const { brokenCases, brokenPeople, brokenUsers, brokenRows } = await verifyLog(db);
  assert.deepEqual(brokenRows, []);
  assert.deepEqual([brokenCases, brokenPeople, brokenUsers], [[], [], []]);
};

describe('the rights of a person', () => {
  it('are theirs: what goes and stays, a second person, words gone, and the record still holds', async () => {
    const { world, book, officer, second } = await privacyWorld();
    const { call, db, request, app } = world;
    const made = await book.addCase({ customer: { name: 'Ada Lovelace' } });
    const { caseId, customerId } = made;
    const wanted = {
      ...{ customerId, caseId, contactPointId: made.phoneId, portfolio: book.portfolio },
      ...{ userId: null, exceptAttempt: null },
    };
    assert.ok((await reserveContact(app, wanted)).reserved, 'a decision with facts');
    await call(cases.writeNote, officer, { caseId, words: secret, restricted: true });
    await call(cases.writeNote, officer, { caseId, words: 'Likes mornings', restricted: false });
    const stop = { kind: 'opt_out_address', channel: 'phone_call', contactPointId: made.phoneId };
    await db
      .insertInto('preferences')
      .values({ ...ownedBy(customerId), ...stop, id: app.newId(), givenAt: '2026-11-17T10:00:00Z' })
      .execute();

    const plan = async () => {
      const { records } = await call(persons.readPerson, officer, { caseId });
      return Object.fromEntries((records[0]?.plan ?? []).map((one) => [one.kind, one.stays]));
    };
    assert.deepEqual(await plan(), {
      ...{ health: null, contact: 'open-case', identity: 'open-case', notes: 'open-case' },
      ...{ conversations: 'open-case', evidence: 'open-case', money: 'open-case' },
    });
    const { legalHoldId } = await call(persons.layLegalHold, officer, {
      ...{ caseId, matter: 'litigation', reason: why },
    });
    assert.equal((await plan())['health'], 'legal-hold');
    await closed(world, made);
    await call(persons.liftLegalHold, officer, { caseId, legalHoldId, reason: why });
    assert.deepEqual(await plan(), {
      ...{ health: null, contact: null, identity: null, notes: null },
      ...{ conversations: 'kept-by-law', evidence: 'kept-by-law', money: 'kept-by-law' },
    });

    const requestId = await asked(world, officer, caseId, 'erasure');
    const noteWords = () => db.selectFrom('notes').select('words').orderBy('id').execute();
    const before = await noteWords();
    const own = await db.selectFrom('approvals').select('id').executeTakeFirstOrThrow();
    const alone = { approvalId: own.id, approve: true };
    const refused = await request(approvals.decideApproval, officer, alone);
    assert.equal(refused.body['type'], '/problems/second-person-needed');
    assert.deepEqual(await noteWords(), before, 'one person alone erases nothing');
    await approveAll(world, second);

    assert.deepEqual(
      (await noteWords()).map(({ words }) => words),
      ['[erased]', '[erased]'],
    );
    const person = await db
      .selectFrom('customers')
      .select(['name', 'birthDate', 'street'])
      .where('id', '=', customerId)
      .executeTakeFirstOrThrow();
    assert.deepEqual(person, { name: '[erased]', birthDate: null, street: null });
    const points = await db.selectFrom('contactPoints').select(['value', 'state']).execute();
    assert.deepEqual(points, [{ value: '[erased]', state: 'disconnected' }]);
    const { requests } = await call(persons.readPerson, officer, { caseId });
    assert.deepEqual([requests[0]?.id, requests[0]?.state], [requestId, 'done']);
    await holds(world);

    await world.clock.advance(6 * 366 * 86_400_000);
    const again = await asked(world, officer, caseId, 'erasure');
    await approveAll(world, second);
    const facts = await sql<{
      bytes: number;
    }>`select length(facts) as bytes from decisions`.execute(db);
    assert.deepEqual(facts.rows, [{ bytes: 0 }], `of request ${again}`);
    await holds(world);

    // Taking the facts of somebody away of whom nothing was erased is found.
    const other = await book.addCase();
    const reservation = { ...wanted, ...other, contactPointId: other.phoneId };
    await reserveContact(app, reservation);
    const { customerId: otherId } = other;
    await db.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      await sql`update decisions set facts = '' where customer_id = ${otherId}::uuid`.execute(tx);
    });
    const { brokenPeople } = await verifyLog(db);
    assert.deepEqual(
      brokenPeople.map((broken) => broken.customerId),
      [otherId],
    );
    await assert.rejects(
      sql`update decisions set facts = 'x' where customer_id = ${otherId}::uuid`.execute(db),
      /only ever added to/,
    );
  });

  it('bind on: who asked not to be called and was erased is not called when they come back', async () => {
    const { world, book, officer, second } = await privacyWorld();
    const { call, db, app } = world;
    const made = await book.addCase({ customer: { phones: ['+12125550142'] } });
    const { caseId, customerId } = made;
    await db
      .insertInto('preferences')
      .values({
        ...{ ...ownedBy(customerId), id: app.newId(), kind: 'opt_out_medium' },
        ...{ channel: 'phone_call', givenAt: '2026-11-17T10:00:00Z' },
      })
      .execute();
    await closed(world, made);
    await asked(world, officer, caseId, 'erasure');
    await approveAll(world, second);
    const kept = await db.selectFrom('suppressions').select(['digest', 'kind']).execute();
    assert.equal(kept.length, 1);
    assert.equal(kept[0]?.digest.includes('5550142'), false);

    const back = await book.addCase({ customer: { phones: [], reference: 'NEW-1' } });
    const office = await world.user('back_office');
    const point = { partyId: null, place: null, employerProvided: false };
    const { contactPointId } = await call(corrections.addContactPoint, office, {
      ...{ caseId: back.caseId, kind: 'mobile', value: '+1 212 555 0142', ...point },
    });
    const reserved = await reserveContact(app, {
      ...{ customerId: back.customerId, caseId: back.caseId, contactPointId },
      ...{ portfolio: book.portfolio, userId: null, exceptAttempt: null },
    });
    assert.equal(reserved.reserved, false);
  });

  it('to a copy: all of it, without our people and others, once a second person approved', async () => {
    const { world, book, officer, second } = await privacyWorld();
    const { call, request, db } = world;
    const { caseId, customerId } = await book.addCase({ customer: { name: 'Ada Lovelace' } });
    await call(cases.writeNote, officer, { caseId, words: secret, restricted: true });
    const party = { role: 'spouse', name: 'William King', source: 'file' };
    await db
      .insertInto('parties')
      .values({
        ...ownedBy(customerId),
        ...party,
        id: world.app.newId(),
        createdAt: '2026-11-01T00:00:00Z',
      })
      .execute();
    const requestId = await asked(world, officer, caseId, 'access');
    const take = { caseId, requestId, format: 'json' } as const;
    const early = await request(persons.takeCopy, officer, take);
    assert.equal(early.body['type'], '/problems/step-missing');
    await approveAll(world, second);
    const file = await call(persons.takeCopy, officer, take);
    const text = Buffer.from(file.base64, 'base64').toString();
    assert.match(text, /Ada Lovelace/);
    assert.match(text, new RegExp(secret));
    assert.doesNotMatch(text, /William King|written_by|token_hash/);
    const paper = await call(persons.takeCopy, officer, { ...take, format: 'pdf' });
    assert.match(Buffer.from(paper.base64, 'base64').toString('latin1'), /^%PDF-1\./);
    const ended = await call(persons.listRequests, officer, { open: 'false' });
    assert.equal(ended.requests[0]?.state, 'done');
    await holds(world);
  });

  it('and time: what was kept long enough goes in a run of two people, not what is held', async () => {
    const { world, book, officer, second } = await privacyWorld();
    const { call, db, app, request } = world;
    const old = await book.addCase({ customer: { name: 'Long Ago' } });
    const held = await book.addCase({ customer: { name: 'In Court' } });
    const open = await book.addCase({ customer: { name: 'Still Owes' } });
    await closed(world, old);
    await closed(world, held);
    await call(persons.layLegalHold, officer, {
      ...{ caseId: held.caseId, matter: 'litigation', reason: why },
    });
    const importId = app.newId();
    const file = {
      kind: 'book',
      fileName: 'old.csv',
      state: 'done',
      endedAt: '2026-11-18T15:00:00Z',
    };
    const started = { startedAt: '2026-11-18T15:00:00Z', unread: '[{"value": "Ada"}]' };
    const { tenantId } = ownedBy('');
    await db
      .insertInto('imports')
      .values({ ...file, ...started, id: importId, tenantId, portfolioId: book.portfolio.id })
      .execute();
    await db
      .insertInto('importRejects')
      .values({ importId, line: 2, position: 0, reason: 'x', original: 'Ada;Lovelace' })
      .execute();
    await world.clock.advance(37 * 31 * 86_400_000);
    assert.equal(await countDue(app), true);
    assert.equal(await countDue(app), false, 'once a day');
    const { kinds } = await call(persons.readRetention, officer, {});
    const due = Object.fromEntries(kinds.map(({ kind, due: count }) => [kind, count]));
    assert.deepEqual([due['identity'], due['money'], due['files']], [1, 0, 1]);
    const { rows } = await call(persons.readDue, officer, { kind: 'identity' });
    assert.deepEqual(
      rows.map(({ name }) => name),
      ['Long Ago'],
    );

    const low = { kind: 'conversations', months: 12, reason: why } as const;
    const below = await request(persons.askRetentionPeriod, officer, low);
    assert.equal(below.status, 400, 'not below what a law wants');
    await call(persons.askRetentionPeriod, officer, { ...low, months: 60 });
    const run = { kinds: ['identity', 'conversations', 'files'], reason: why } as const;
    await call(persons.askRetentionRun, officer, { ...run, kinds: [...run.kinds] });
    assert.equal(await runRetention(app), false, 'nothing before a second person');
    await approveAll(world, second);
    while (await runRetention(app));
    const names = await db.selectFrom('customers').select('name').orderBy('name').execute();
    assert.deepEqual(
      names.map(({ name }) => name),
      ['In Court', 'Still Owes', '[erased]'],
    );
    const { runs } = await call(persons.readRetention, officer, {});
    assert.deepEqual([runs[0]?.state, runs[0]?.counts], ['done', { identity: 1, files: 1 }]);
    const rejects = await db.selectFrom('importRejects').select('original').execute();
    assert.deepEqual(rejects, [{ original: '[erased]' }]);
    const backOffice = await world.user('back_office');
    const undone = await request(undoImport, backOffice, { importId });
    assert.deepEqual(
      [undone.body['type'], undone.body['reason']],
      ['/problems/cannot-undo', 'erased'],
    );
    assert.ok(open.caseId);
    await holds(world);
  });
});
