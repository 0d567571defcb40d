import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as cases from '#contract/cases.ts';
import * as compliance from '#contract/compliance/compliance.ts';
import * as facts from '#contract/compliance/contact-facts.ts';
import * as obligations from '#contract/compliance/obligations.ts';
import * as overrides from '#contract/compliance/overrides.ts';
import * as refusals from '#contract/compliance/refusals.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { instantOf } from '#kernel/time.ts';
import { addMailPoints } from '#test/support/books/mail-points.ts';
import type { MadeCase } from '#test/support/books/small-book.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';
import { addCall, addRings, hoursAgo, inOhio, logWorld } from '#test/support/world/gate-log.ts';
import { startReplay } from '#usecases/compliance/replays.ts';
import { reserveContact } from '#usecases/gate/steps/reserve-contact.ts';
import { takeMessage } from '#usecases/messages/steps/take-message.ts';

const dayMs = 86_400_000;

/** A text of the customer, written so long before it reached us. */
async function text(world: World, made: MadeCase, words: string, agoMs = 0) {
  const receivedAt = instantOf(world.app.clock());
  const occurredAt = instantOf(world.app.clock() - agoMs);
  await takeMessage(world.app, {
    ...{ channel: 'sms', from: made.phones[0]?.value ?? '', subject: null, words, answers: null },
    ...{ providerRef: world.app.newId(), occurredAt, receivedAt, recordedBy: null },
  });
}

async function optOuts(world: World) {
  const rows = await world.db.selectFrom('preferences').select('kind').orderBy('id').execute();
  return rows.map(({ kind }) => kind);
}

describe('START', () => {
  it('that was written before a STOP and comes after it opens nothing', async () => {
    const world = await freshWorld();
    const { made, officer } = await logWorld(world);
    await text(world, made, 'STOP');
    await text(world, made, 'START', 60_000);
    const { caseId, phoneId: contactPointId } = made;
    await world.call(refusals.keyInMessage, officer, {
      ...{ caseId, contactPointId, channel: 'sms', words: 'START' },
      receivedAt: hoursAgo(world, 24),
    });
    assert.deepEqual(await optOuts(world), ['opt_out_address']);
    await world.clock.advance(1000);
    await text(world, made, 'START');
    assert.deepEqual(await optOuts(world), ['opt_out_address', 'withdrawn']);
  });
});

describe('STOP', () => {
  it('beside characters that no database keeps is obeyed', async () => {
    const world = await freshWorld();
    const { made } = await logWorld(world);
    await text(world, made, '\u0000STOP\ud800');
    assert.deepEqual(await optOuts(world), ['opt_out_address']);
  });

  it('at the same moment from every side closes once for each message, and is kept', async () => {
    const world = await freshWorld();
    const { book, made } = await logWorld(world);
    const phones = made.phones.map(({ value }) => value);
    await book.addCase({ customer: { ...inOhio, phones } });
    await Promise.all([1, 2, 3, 4].map(() => text(world, made, 'STOP')));
    assert.deepEqual(new Set(await optOuts(world)), new Set(['opt_out_address']));
    assert.equal((await optOuts(world)).length, 8);
  });
});

describe('a refusal that a person reads more widely', () => {
  it('flags what was permitted since the words came', async () => {
    const world = await freshWorld();
    const { book, made, officer } = await logWorld(world);
    await text(world, made, 'STOP');
    await world.clock.advance(60_000);
    const { customerId, caseId, phoneId: contactPointId } = made;
    const place = { customerId, caseId, contactPointId, portfolio: book.portfolio };
    const called = await reserveContact(world.app, { ...place, userId: null, exceptAttempt: null });
    assert.ok(called.reserved, 'a text that says STOP leaves the telephone open');
    const { id: refusalId } = await world.db
      .selectFrom('refusals')
      .select('id')
      .executeTakeFirstOrThrow();
    await world.call(refusals.judgeRefusal, officer, {
      ...{ refusalId, verdict: 'opt_out', scope: 'all' },
    });
    const flags = await world.db.selectFrom('decisionFlags').select(['was', 'becomes']).execute();
    assert.deepEqual(flags, [{ was: 'permitted', becomes: 'refused' }]);
  });
});

const open = async (world: World, officer: Actor) =>
  (await world.call(obligations.listObligations, officer, {})).obligations;

describe('duties of one kind', () => {
  it('are met one by one', async () => {
    const world = await freshWorld();
    const { made, officer } = await logWorld(world);
    const complaint = { caseId: made.caseId, kind: 'complaint', source: 'letter' } as const;
    await world.call(facts.recordFact, officer, complaint);
    await addMailPoints(world);
    await world.clock.advance(dayMs);
    await world.call(facts.recordFact, officer, complaint);
    const [first, second] = (await open(world, officer)).filter(
      ({ kind }) => kind === 'complaint_answer',
    );
    assert.ok(first && second);
    await world.call(obligations.fulfilObligation, officer, {
      ...{ obligationId: first.id, how: 'letter', metAt: hoursAgo(world, 0) },
      reference: 'RR 1234',
    });
    const left = (await open(world, officer)).filter(({ kind }) => kind === 'complaint_answer');
    assert.deepEqual(
      left.map(({ id }) => id),
      [second.id],
    );
  });

  it('are not met by an answer from before the question', async () => {
    const world = await freshWorld();
    const { made, officer } = await logWorld(world);
    const { caseId } = made;
    const dispute = { caseId, kind: 'dispute', source: 'letter' } as const;
    await world.call(facts.recordFact, officer, { ...dispute, occurredAt: hoursAgo(world, 48) });
    const answer = { caseId, kind: 'dispute_answered', source: 'archive' } as const;
    await world.call(facts.recordFact, officer, { ...answer, occurredAt: hoursAgo(world, 72) });
    assert.equal((await open(world, officer)).length, 2);
    // Written down late as well, but sent after it: both are met.
    await world.call(facts.recordFact, officer, { ...answer, occurredAt: hoursAgo(world, 24) });
    assert.equal((await open(world, officer)).length, 0);
  });
});

describe('an answer that was written down by mistake', () => {
  it('leaves the duty owed when it is taken back', async () => {
    const world = await freshWorld();
    const { made, officer } = await logWorld(world);
    const { caseId } = made;
    const source = 'letter';
    await addMailPoints(world);
    await world.call(facts.recordFact, officer, { caseId, kind: 'dispute', source });
    const owed = await open(world, officer);
    const answer = { caseId, kind: 'dispute_answered', source } as const;
    const { factId } = await world.call(facts.recordFact, officer, answer);
    const ofDispute = async () =>
      (await open(world, officer)).filter(({ id }) => owed.some((duty) => duty.id === id));
    assert.deepEqual(await ofDispute(), []);
    const about = { factId, as: 'withdrawn' } as const;
    await world.call(facts.recordFact, officer, { ...answer, about });
    assert.deepEqual(await ofDispute(), owed);
  });
});

describe('what was recorded on a portfolio of others', () => {
  it('is neither taken back nor corrected through a case of the same person', async () => {
    const world = await freshWorld();
    const { book, made, officer } = await logWorld(world);
    const elsewhere = await book.addPortfolio({});
    const other = await book.addCase({ customer: inOhio, portfolioId: elsewhere.id });
    const reason = 'One birth date, one address';
    const joined = { caseId: made.caseId, otherCaseId: other.caseId, reason };
    await world.call(facts.linkPeople, officer, joined);
    const { factId } = await world.call(facts.recordFact, officer, {
      ...{ caseId: made.caseId, kind: 'cease', details: { in_writing: true }, source: 'letter' },
    });
    const attemptId = await addCall(world, made, { at: hoursAgo(world, 3), result: 'no_answer' });
    const clerk = await world.user('back_office', elsewhere.id);
    const withdrawn = await world.request(facts.recordFact, clerk, {
      ...{ caseId: other.caseId, kind: 'cease', source: 'me' },
      about: { factId, as: 'withdrawn' },
    });
    assert.deepEqual(withdrawn.body['problems'], [{ path: 'about.factId', message: 'unknown' }]);
    const corrected = await world.request(facts.correctAttempt, clerk, {
      ...{ caseId: other.caseId, attemptId, becomes: { result: 'busy' }, reason: 'It was busy' },
    });
    assert.equal(corrected.status, 404);
  });
});

describe('two clicks', () => {
  it('let one presumed violation pass, not two', async () => {
    const world = await freshWorld();
    const { made } = await logWorld(world);
    await addRings(world, made, 7);
    const supervisor = await world.user('supervisor');
    const { caseId, phoneId: contactPointId } = made;
    const evidence = 'Asked us by e-mail on Monday to call about it today.';
    const asked = { caseId, contactPointId, factor: 'answering_request', evidence };
    const answers = await Promise.all(
      [1, 2, 3].map(() => world.request(overrides.askOverride, supervisor, asked)),
    );
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409, 409]);
  });

  it('start one replay', async () => {
    const world = await freshWorld();
    const { officer } = await logWorld(world);
    // Never ends by itself.
    const idle: World['app'] = { ...world.app, replay: () => new Promise(() => undefined) };
    const asked = { days: 90, alsoSpeaking: [], alsoSilent: [], newPacks: true };
    const answers = await Promise.allSettled(
      [1, 2, 3].map(() => startReplay(idle, officer, asked)),
    );
    assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 1);
  });
});

describe('words that no database keeps', () => {
  it('are refused at the door before anything is written', async () => {
    const world = await freshWorld();
    const { made, officer } = await logWorld(world);
    const { caseId } = made;
    const why = 'a\u0000b';
    const hold = { caseId, kind: 'complaint', why, reviewOn: '2026-12-01' };
    const { status, body } = await world.request(cases.setHold, officer, hold);
    assert.deepEqual([status, body['type']], [400, '/problems/invalid-input']);
  });
});

describe('an opened decision', () => {
  it('shows no number in clear', async () => {
    const world = await freshWorld();
    const { made, officer, book } = await logWorld(world);
    await reserveContact(world.app, {
      ...{ customerId: made.customerId, caseId: made.caseId, contactPointId: made.phoneId },
      ...{ portfolio: book.portfolio, userId: null, exceptAttempt: null },
    });
    const { id } = await world.db.selectFrom('decisions').select('id').executeTakeFirstOrThrow();
    const opened = await world.call(compliance.readDecision, officer, { decisionId: id });
    const number = made.phones[0]?.value ?? '';
    assert.ok(number && !JSON.stringify(opened).includes(number));
  });
});
