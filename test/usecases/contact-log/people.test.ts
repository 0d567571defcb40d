import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import * as policy from '#contract/admin/policy.ts';
import * as facts from '#contract/compliance/contact-facts.ts';
import { instantOf } from '#kernel/time.ts';
import { lockPeople } from '#storage/contact-log/person-links.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { freshWorld, ownedBy } from '#test/support/world/fresh-world.ts';
import {
  addCall,
  addRings,
  callFromDesk,
  hoursAgo,
  inOhio,
  logWorld,
  rulesAgainst,
  sevenInSeven,
} from '#test/support/world/gate-log.ts';
import { checkLog } from '#usecases/admin/check-log.ts';
import { systemActor } from '#usecases/app.ts';
import { runRechecks } from '#usecases/gate/run-rechecks.ts';
import { evaluatePoints } from '#usecases/gate/steps/evaluate-contact.ts';

describe('people who are one', () => {
  it('share every request and every count; parting gives each its own again', async () => {
    const world = await freshWorld();
    const { book, made, officer } = await logWorld(world);
    const other = await book.addCase({ customer: inOhio });
    const third = await book.addCase({ customer: inOhio });
    await addRings(world, made, 4);
    for (const hours of [5, 8, 11]) {
      const at = hoursAgo(world, hours);
      await addCall(world, other, { at, result: 'no_answer', debts: [made.accountId] });
    }
    await world.call(facts.recordFact, officer, {
      caseId: third.caseId,
      kind: 'opt_out',
      details: { medium: 'phone_call' },
      source: 'letter',
    });
    assert.deepEqual(await rulesAgainst(world, officer, made), []);
    const reason = 'One birth date, one address';
    const joined = { caseId: made.caseId, otherCaseId: other.caseId, reason };
    const { linkId } = await world.call(facts.linkPeople, officer, joined);
    assert.deepEqual(await rulesAgainst(world, officer, made), [sevenInSeven]);
    // Through a chain of links, too.
    const chained = { caseId: third.caseId, otherCaseId: other.caseId, reason };
    const chain = await world.call(facts.linkPeople, officer, chained);
    assert.ok((await rulesAgainst(world, officer, made)).includes('USF-14H-MEDIUM'));
    assert.equal((await world.request(facts.linkPeople, officer, joined)).status, 409);
    const itself = { caseId: made.caseId, otherCaseId: made.caseId, reason };
    const same = await world.request(facts.linkPeople, officer, itself);
    assert.deepEqual(same.body['problems'], [{ path: 'otherCaseId', message: 'same-record' }]);
    const read = await world.call(facts.readFacts, officer, { caseId: made.caseId });
    assert.deepEqual(
      read.people.map(({ name }) => name),
      ['Alex Example'],
    );
    assert.ok(read.lines.some(({ ofOther }) => ofOther));
    const apart = { caseId: third.caseId, linkId: chain.linkId, reason: 'Two birth dates' };
    await world.call(facts.splitPeople, officer, apart);
    await world.call(facts.splitPeople, officer, { caseId: other.caseId, linkId, reason });
    assert.deepEqual(await rulesAgainst(world, officer, made), []);
    const attempts = await world.db.selectFrom('attempts').select('customerId').execute();
    assert.equal(attempts.filter(({ customerId }) => customerId === other.customerId).length, 3);
    const marks = await world.db.selectFrom('customers').select('linked').execute();
    assert.ok(marks.every(({ linked }) => !linked));
    assert.deepEqual((await checkLog(world.app, systemActor)).broken, []);
  });

  it('have one lock between them, whichever record is asked for', async () => {
    const world = await freshWorld();
    const { book, made, officer } = await logWorld(world);
    const other = await book.addCase({ customer: inOhio });
    const joined = { caseId: made.caseId, otherCaseId: other.caseId, reason: 'One person' };
    const inside = { now: 0, most: 0 };
    const take = (customerId: string) =>
      inRetriedTransaction(world.db, async (tx) => {
        const people = await lockPeople(tx, customerId);
        inside.now += 1;
        inside.most = Math.max(inside.most, inside.now);
        await sql`select pg_sleep(0.005)`.execute(tx);
        inside.now -= 1;
        return people.length;
      });
    // Joined while others hold or await either lock: whoever comes after it sees both.
    const before = [made, other].map(({ customerId }) => take(customerId));
    await world.call(facts.linkPeople, officer, joined);
    await Promise.all(before);
    inside.most = 0;
    const sizes = await Promise.all(
      Array.from({ length: 20 }, (_, index) => take((index % 2 ? made : other).customerId)),
    );
    assert.deepEqual(new Set(sizes), new Set([2]));
    assert.equal(inside.most, 1);
  });
});

describe('a portfolio that goes to another collector', () => {
  it('begins its counts anew, keeps what people asked, and takes no consent along', async () => {
    const world = await freshWorld();
    const { book, made, officer } = await logWorld(world);
    await addRings(world, made, 7);
    const asked = {
      customerId: made.customerId,
      caseId: made.caseId,
      portfolio: book.portfolio,
      userId: null,
      exceptAttempt: null,
    };
    assert.ok((await rulesAgainst(world, officer, made)).includes(sevenInSeven));
    await world.db
      .insertInto('consents')
      .values({
        ...ownedBy(made.customerId),
        id: world.app.newId(),
        kind: 'additional_calls',
        debts: [],
        givenTo: world.app.tenantId,
        receivedAt: hoursAgo(world, 40),
      })
      .execute();
    const manager = await world.user('manager');
    const transfer = {
      portfolioId: made.portfolioId,
      collector: 'Second Agency',
      role: 'third_party_collector',
      occurredAt: hoursAgo(world, 1),
      reason: 'Contract ended',
    } as const;
    assert.equal((await world.call(facts.transferPortfolio, manager, transfer)).proposed, true);
    const { proposals } = await world.call(policy.readProposals, manager, {});
    const answer = { proposalId: proposals[0]?.id ?? '', confirmed: true };
    const own = await world.request(policy.answerProposal, manager, answer);
    assert.equal(own.body['type'], '/problems/second-person-needed');
    await world.call(policy.answerProposal, await world.user('manager'), answer);
    assert.deepEqual(await rulesAgainst(world, officer, made), []);
    const [evaluated] = await evaluatePoints(world.app, world.db, asked, [made.phoneId]);
    assert.equal(evaluated?.facts.actor.id, 'Second Agency');
    assert.ok(evaluated?.facts.contact_log.every(({ by }) => by === world.app.tenantId));
    assert.equal(evaluated?.facts.consents[0]?.given_to, world.app.tenantId);
    await world.call(facts.recordFact, officer, {
      caseId: made.caseId,
      kind: 'opt_out',
      details: { medium: 'phone_call' },
      occurredAt: hoursAgo(world, 50),
      receivedAt: hoursAgo(world, 49),
      source: 'file of the former agency',
    });
    await world.call(facts.recordFact, officer, {
      caseId: made.caseId,
      kind: 'complaint',
      occurredAt: hoursAgo(world, 50),
      receivedAt: hoursAgo(world, 49),
      source: 'file of the former agency',
      transferable: false,
    });
    const rules = await rulesAgainst(world, officer, made);
    assert.ok(rules.includes('USF-14H-MEDIUM'));
    assert.ok(!rules.includes('DUNLIN-HOLD-COMPLAINT'));
    const again = await world.request(facts.transferPortfolio, manager, {
      ...transfer,
      collector: 'Third Agency',
      occurredAt: hoursAgo(world, 2),
    });
    assert.deepEqual(again.body['problems'], [
      { path: 'occurredAt', message: 'before-last-transfer' },
    ]);
    const nothing = { ...transfer, occurredAt: null };
    assert.equal((await world.request(facts.transferPortfolio, manager, nothing)).status, 409);
  });
});

describe('what cannot be', () => {
  it('is refused with the path of what is wrong', async () => {
    const world = await freshWorld();
    const { book, made, officer } = await logWorld(world);
    const stranger = await book.addCase({ customer: inOhio });
    const { caseId } = made;
    const source = 'letter';
    const tries: readonly (readonly [Record<string, unknown>, string])[] = [
      [{ kind: 'sunshine' }, 'kind'],
      [{ kind: 'cease', details: { in_writing: 'yes' } }, 'details.in_writing'],
      [{ kind: 'cease', details: { debts: ['one'] } }, 'details.debts.0'],
      [{ kind: 'cease', details: { debts: [stranger.accountId] } }, 'details.debts.0'],
      [{ kind: 'cease', details: { color: 'red' } }, 'details'],
      [{ kind: 'wrong_party' }, 'details.address'],
      [{ kind: 'wrong_party', details: { address: stranger.phoneId } }, 'details.address'],
      [{ kind: 'place_inconvenient', details: { place: 'moon' } }, 'details.place'],
      [{ kind: 'time_inconvenient', details: { from: '25:00' } }, 'details.from'],
      [{ kind: 'breathing_space', details: { first_day: '2026-02-30' } }, 'details.first_day'],
      [{ kind: 'cease', occurredAt: '1989-12-31T23:00:00Z' }, 'occurredAt'],
      [{ kind: 'cease', receivedAt: hoursAgo(world, -1) }, 'receivedAt'],
      [
        { kind: 'cease', occurredAt: hoursAgo(world, 1), receivedAt: hoursAgo(world, 2) },
        'occurredAt',
      ],
      [{ kind: 'cease', about: { factId: caseId, as: 'withdrawn' } }, 'about.factId'],
    ];
    for (const [input, path] of tries) {
      const asked = { caseId, source, ...input };
      const { status, body } = await world.request(facts.recordFact, officer, asked);
      assert.equal(status, 400, JSON.stringify(input));
      const [problem] = body['problems'] as { path: string }[];
      assert.equal(problem?.path, path);
    }
    assert.deepEqual(await world.db.selectFrom('contactFacts').select('id').execute(), []);
    const attemptId = await addCall(world, made, { at: hoursAgo(world, 3), result: 'busy' });
    const reason = 'why';
    const nothing = { caseId, attemptId, becomes: { result: 'busy' }, reason };
    const same = await world.request(facts.correctAttempt, officer, nothing);
    assert.deepEqual(same.body['problems'], [{ path: 'becomes', message: 'nothing-changes' }]);
    const becomes = { debts: [made.accountId, stranger.accountId] };
    const theirs = await world.request(facts.correctAttempt, officer, {
      ...{ caseId, attemptId, becomes, reason },
    });
    assert.deepEqual(theirs.body['problems'], [{ path: 'becomes.debts.1', message: 'unknown' }]);
  });
});

describe('many at once', () => {
  it('writers keep all they bring, in one unbroken chain', async () => {
    const world = await freshWorld();
    const { made, officer } = await logWorld(world);
    const clerk = await world.user('back_office');
    const kinds = ['hardship', 'complaint', 'vulnerable', 'debt_adviser'] as const;
    await Promise.all(
      [officer, clerk].flatMap((actor) =>
        kinds.map((kind) =>
          world.call(facts.recordFact, actor, { caseId: made.caseId, kind, source: 'call' }),
        ),
      ),
    );
    const kept = await world.db.selectFrom('contactFacts').select('kind').execute();
    assert.equal(kept.length, 2 * kinds.length);
    assert.deepEqual((await checkLog(world.app, systemActor)).broken, []);
  });

  it('decisions beyond one transaction are looked at by the clockwork, each once', async () => {
    const world = await freshWorld();
    const { made, officer, agent } = await logWorld(world);
    assert.equal((await callFromDesk(world, agent, made)).status, 200);
    const [row] = await world.db.selectFrom('decisions').selectAll().execute();
    assert.ok(row);
    const { sealNo: _, ...kept } = row;
    const copies = Array.from({ length: 450 }, (_, index) => ({
      ...kept,
      id: world.app.newId(),
      decidedAt: instantOf(world.app.clock() + index),
      decision: JSON.stringify(kept.decision),
      packHashes: JSON.stringify(kept.packHashes),
    }));
    await world.db.insertInto('decisions').values(copies).execute();
    await world.clock.advance(3_600_000);
    await world.call(facts.recordFact, officer, {
      caseId: made.caseId,
      kind: 'cease',
      details: { in_writing: true },
      receivedAt: hoursAgo(world, 2),
      source: 'letter',
    });
    const flags = () => world.db.selectFrom('decisionFlags').select('decisionId').execute();
    assert.equal((await flags()).length, 200);
    let turns = 0;
    while ((await runRechecks(world.app)) && turns < 10) turns += 1;
    const all = await world.db.selectFrom('decisions').select('id').execute();
    assert.equal(turns, 2);
    assert.equal((await flags()).length, all.length);
    const recheck = await world.db.selectFrom('rechecks').selectAll().executeTakeFirstOrThrow();
    assert.ok(recheck.doneAt);
    assert.equal(recheck.flagged, all.length - 200);
  });
});
