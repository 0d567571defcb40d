import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as facts from '#contract/compliance/contact-facts.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';
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
import { evaluatePoints } from '#usecases/gate/steps/evaluate-contact.ts';

const flagsOf = (world: World) =>
  world.db
    .selectFrom('decisionFlags')
    .select(['cause', 'was', 'becomes', 'rulesWas', 'rulesBecomes', 'decisionId'])
    .execute();

describe('what is learned late about contact', () => {
  it('a busy line that rang after all makes a permitted call a flagged one, which stays as it is', async () => {
    const world = await freshWorld();
    const { made, officer, agent } = await logWorld(world);
    await addRings(world, made, 6);
    const busy = await addCall(world, made, { at: hoursAgo(world, 30), result: 'busy' });
    assert.equal((await callFromDesk(world, agent, made)).status, 200);
    const kept = await world.db.selectFrom('decisions').selectAll().execute();
    await world.call(facts.correctAttempt, officer, {
      caseId: made.caseId,
      attemptId: busy,
      becomes: { result: 'no_answer' },
      reason: 'The carrier says it rang',
    });
    const flags = await flagsOf(world);
    assert.ok(flags.length > 0);
    for (const flag of flags) {
      assert.equal(flag.was, 'permitted');
      assert.equal(flag.becomes, 'presumed_violation');
      assert.deepEqual(flag.rulesBecomes, [sevenInSeven]);
      assert.equal(flag.cause, 'correction');
    }
    assert.deepEqual(await world.db.selectFrom('decisions').selectAll().execute(), kept);
    const [correction] = await world.db.selectFrom('attemptCorrections').selectAll().execute();
    assert.deepEqual(correction?.was, { result: 'busy' });
    assert.deepEqual(correction?.becomes, { result: 'no_answer' });
    const listed = await world.call(facts.listFlags, officer, {});
    assert.equal(listed.flags.length, flags.length);
    const [first] = listed.flags;
    assert.ok(first);
    const review = { flagId: first.id, remark: 'Reported to counsel' };
    await world.call(facts.reviewFlag, officer, review);
    assert.equal((await world.request(facts.reviewFlag, officer, review)).status, 409);
    const left = await world.call(facts.listFlags, officer, {});
    assert.equal(left.flags.length, flags.length - 1);
    const { broken } = await checkLog(world.app, systemActor);
    assert.deepEqual(broken, []);
  });

  it('calls to a number learned to be somebody else’s leave the count, and it is never called again', async () => {
    const world = await freshWorld();
    const { book, officer } = await logWorld(world);
    const made = await book.addCase({
      customer: { ...inOhio, phones: ['+16145550101', '+16145550102'] },
    });
    const wrong = made.phones[1]?.id ?? '';
    await addRings(world, made, 5);
    for (const hours of [20, 22]) {
      await addCall(world, made, {
        at: hoursAgo(world, hours),
        result: 'no_answer',
        pointId: wrong,
      });
    }
    assert.deepEqual(await rulesAgainst(world, officer, made), [sevenInSeven]);
    await world.call(facts.recordFact, officer, {
      caseId: made.caseId,
      kind: 'wrong_party',
      details: { address: wrong },
      source: 'third party',
    });
    assert.deepEqual(await rulesAgainst(world, officer, made), []);
    const point = await world.db
      .selectFrom('contactPoints')
      .select('state')
      .where('id', '=', wrong)
      .executeTakeFirstOrThrow();
    assert.equal(point.state, 'wrong_person');
    const { lines } = await world.call(facts.readFacts, officer, { caseId: made.caseId });
    const [line] = lines;
    assert.ok(line);
    assert.equal(line.sort, 'fact');
    assert.equal(line.recordedBy, 'compliance');
    assert.equal(line.source, 'third party');
    await world.call(facts.recordFact, officer, {
      caseId: made.caseId,
      kind: 'wrong_party',
      source: 'heard wrongly',
      about: { factId: line.id, as: 'withdrawn' },
    });
    assert.deepEqual(await rulesAgainst(world, officer, made), [sevenInSeven]);
  });

  it('a request that reached us yesterday binds since yesterday', async () => {
    const world = await freshWorld();
    const { made, officer, agent } = await logWorld(world);
    assert.equal((await callFromDesk(world, agent, made)).status, 200);
    await world.clock.advance(3_600_000);
    const received = hoursAgo(world, 20);
    const { factId } = await world.call(facts.recordFact, officer, {
      caseId: made.caseId,
      kind: 'cease',
      details: { in_writing: true, medium: 'letter' },
      occurredAt: hoursAgo(world, 60),
      receivedAt: received,
      source: 'letter',
      evidenceRef: 'scan 17',
    });
    assert.ok((await rulesAgainst(world, officer, made)).includes('USF-6C-CEASE'));
    const flags = await flagsOf(world);
    assert.ok(flags.length > 0);
    assert.ok(flags.every(({ becomes, cause }) => becomes === 'refused' && cause === 'fact'));
    const kept = await world.db.selectFrom('contactFacts').selectAll().executeTakeFirstOrThrow();
    assert.equal(kept.receivedAt, received);
    assert.deepEqual(kept.details, {
      in_writing: true,
      medium: 'letter',
      debts: [made.accountId],
    });
    const event = await world.db
      .selectFrom('eventLog')
      .select(['receivedAt', 'occurredAt', 'facts'])
      .where('kind', '=', 'fact.recorded')
      .executeTakeFirstOrThrow();
    assert.equal(event.receivedAt, received);
    assert.deepEqual(event.facts, { factId, fact: 'cease', as: null });
    // Taken back, it never stood: the same decisions are looked at again.
    await world.call(facts.recordFact, officer, {
      caseId: made.caseId,
      kind: 'cease',
      occurredAt: hoursAgo(world, 1),
      source: 'recorded on the wrong person',
      about: { factId, as: 'withdrawn' },
    });
    assert.ok(!(await rulesAgainst(world, officer, made)).includes('USF-6C-CEASE'));
    assert.deepEqual((await checkLog(world.app, systemActor)).broken, []);
  });

  it('a validation notice that came back was never sent: its period is gone', async () => {
    const world = await freshWorld();
    const { book, made, officer } = await logWorld(world);
    const recorded = await world.call(facts.recordFact, officer, {
      caseId: made.caseId,
      kind: 'validation_notice',
      details: { medium: 'letter' },
      occurredAt: hoursAgo(world, 24 * 10),
      source: 'print house',
    });
    const { customerId, caseId } = made;
    const wanted = { customerId, caseId, portfolio: book.portfolio };
    const obligations = async () => {
      const asked = { ...wanted, userId: null, exceptAttempt: null };
      const [evaluated] = await evaluatePoints(world.app, world.db, asked, [made.phoneId]);
      return evaluated?.decision.obligations.map(({ rule }) => rule) ?? [];
    };
    assert.ok((await obligations()).includes('USF-34-VALIDATION-PERIOD'));
    await world.call(facts.recordFact, officer, {
      caseId: made.caseId,
      kind: 'validation_notice',
      occurredAt: hoursAgo(world, 1),
      source: 'returned mail',
      about: { factId: recorded.factId, as: 'returned' },
    });
    assert.ok(!(await obligations()).includes('USF-34-VALIDATION-PERIOD'));
    const twice = await world.request(facts.recordFact, officer, {
      caseId: made.caseId,
      kind: 'validation_notice',
      source: 'returned mail',
      about: { factId: recorded.factId, as: 'returned' },
    });
    assert.equal(twice.status, 409);
  });
});
