import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as corrections from '#contract/case-corrections.ts';
import * as cases from '#contract/cases.ts';
import * as facts from '#contract/compliance/contact-facts.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { addMailPoints } from '#test/support/books/mail-points.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';
import { addCall, hoursAgo } from '#test/support/world/gate-log.ts';
import { addParty, changeParty, endParty } from '#usecases/cases/record-party.ts';
import { correctAttempt } from '#usecases/contact-log/correct-attempt.ts';
import { recordConsent, revokeConsent } from '#usecases/contact-log/record-consent.ts';
import { recordFact } from '#usecases/contact-log/record-fact.ts';
import { reviewVulnerable } from '#usecases/contact-log/review-vulnerable.ts';

/** One customer with a case on each of two portfolios, and an officer of the first alone. */
async function twoPortfolios() {
  const world = await freshWorld();
  const book = await smallBook(world);
  const second = await book.addPortfolio({ name: 'Second' });
  const own = await book.addCase();
  const other = await book.addCase({ customer: own, portfolioId: second.id });
  await addMailPoints(world);
  const everywhere = await world.user('compliance');
  const role = { role: 'compliance', portfolioId: book.portfolio.id } as const;
  const officer: Actor = { ...everywhere, roles: [role] };
  return { world, book, own, other, officer, everywhere };
}

/** What every fact of these tests leaves unsaid. */
const unsaid = {
  ...{ details: {}, occurredAt: null, receivedAt: null, source: 'letter', evidenceRef: null },
  ...{ transferable: true, about: null },
} as const;

const holdsOf = ({ db }: World) =>
  db
    .selectFrom('holds')
    .select(['caseId', 'accountId', 'kind'])
    .where('liftedAt', 'is', null)
    .orderBy('setAt')
    .execute();

/** The problems with which something is refused. */
const refused = (path: string) => ({
  code: 'invalid-input',
  facts: { problems: [{ path, message: 'unknown' }] },
});

describe('an officer of one portfolio', () => {
  it('lays, ends and takes back no claim about a debt of another', async () => {
    const { world, own, other, officer, everywhere } = await twoPortfolios();
    const { app } = world;
    const debts = { details: { debts: [own.accountId, other.accountId] } };
    const claim = { ...unsaid, caseId: own.caseId, kind: 'coerced_debt' } as const;
    await assert.rejects(
      recordFact(app, officer, { ...claim, ...debts }),
      refused('details.debts.1'),
    );
    assert.deepEqual(await holdsOf(world), []);
    const { factId } = await recordFact(app, everywhere, { ...claim, ...debts });
    const held = [own, other].map(({ caseId }) => caseId);
    assert.deepEqual(new Set((await holdsOf(world)).map(({ caseId }) => caseId)), new Set(held));
    const end = { ...claim, kind: 'coerced_debt_ended' } as const;
    const details = { debts: [other.accountId] };
    await assert.rejects(recordFact(app, officer, { ...end, details }), refused('details.debts.0'));
    const about = { factId, as: 'withdrawn' } as const;
    await assert.rejects(recordFact(app, officer, { ...claim, about }), refused('about.factId'));
    // What is said of no debt by name is about those of the case.
    await recordFact(app, officer, end);
    const left = await holdsOf(world);
    assert.deepEqual(
      left.map(({ caseId }) => caseId),
      [other.caseId],
    );
  });

  it('leaves the holds of another standing when a fact about the person ends', async () => {
    const { world, own, other, officer, everywhere } = await twoPortfolios();
    const vulnerable = { ...unsaid, caseId: own.caseId, kind: 'vulnerable' } as const;
    await recordFact(world.app, officer, vulnerable);
    assert.equal((await holdsOf(world)).length, 2, 'it protects the person everywhere');
    const ended = { ...vulnerable, kind: 'vulnerable_ended' } as const;
    const clerk = await world.user('back_office');
    const asked = recordFact(world.app, clerk, { ...ended, source: 'Says they are well' });
    await assert.rejects(asked, { code: 'step-missing', facts: { needs: 'vulnerable-review' } });
    assert.equal((await holdsOf(world)).length, 2, 'a clerk only asks for the review');
    const notes = await world.db.selectFrom('notes').select(['words', 'restricted']).execute();
    assert.deepEqual(notes, [{ words: 'Says they are well', restricted: true }]);
    const tasks = await world.db
      .selectFrom('tasks')
      .selectAll()
      .where('caseId', '=', own.caseId)
      .execute();
    assert.deepEqual(
      tasks.map(({ kind, dueOn }) => [kind, dueOn]),
      [['review-vulnerable', '2026-11-18']],
    );
    await recordFact(world.app, officer, ended);
    const left = await holdsOf(world);
    assert.deepEqual(
      left.map(({ caseId }) => caseId),
      [other.caseId],
    );
    await recordFact(world.app, everywhere, { ...ended, caseId: other.caseId });
    assert.deepEqual(await holdsOf(world), []);
    await world.clock.advance(60_000);
    await recordFact(world.app, everywhere, vulnerable);
    const cleared = {
      caseId: own.caseId,
      outcome: 'cleared',
      why: 'Well',
      reviewOn: null,
    } as const;
    await reviewVulnerable(world.app, everywhere, cleared);
    assert.deepEqual(await holdsOf(world), [], 'the review ends the fact as well');
  });

  it('gives and ends no consent for a debt of another, and charges no contact to one', async () => {
    const { world, own, other, officer, everywhere } = await twoPortfolios();
    const { app } = world;
    const consent = {
      ...{ caseId: own.caseId, contactPointId: null, details: {} },
      ...{ debts: [other.accountId], givenTo: null, source: 'letter', evidenceRef: 'letter 1' },
      kind: 'esign',
    } as const;
    await assert.rejects(recordConsent(app, officer, consent), refused('debts.0'));
    const { consentId } = await recordConsent(app, everywhere, consent);
    const end = { caseId: own.caseId, consentId, source: 'letter' };
    await assert.rejects(revokeConsent(app, officer, end), { code: 'not-found' });
    const attemptId = await addCall(world, own, { at: hoursAgo(world, 1), result: 'conversation' });
    const correction = { caseId: own.caseId, attemptId, reason: 'Both were spoken of' };
    const becomes = { debts: [own.accountId, other.accountId] };
    const charged = correctAttempt(app, officer, { ...correction, becomes });
    await assert.rejects(charged, refused('becomes.debts.1'));
  });

  it('changes and ends nobody who is tied to an account of another', async () => {
    const { world, own, other, officer, everywhere } = await twoPortfolios();
    const { app } = world;
    const attorney = { role: 'attorney', relation: null, name: 'R. Counsel', note: null } as const;
    const party = { ...attorney, caseId: other.caseId, accountId: other.accountId };
    const { partyId } = await addParty(app, everywhere, party);
    const mine = { caseId: own.caseId, partyId, why: 'No longer acts' };
    const change = { ...attorney, ...mine, accountId: null };
    await assert.rejects(changeParty(app, officer, change), { code: 'not-found' });
    await assert.rejects(endParty(app, officer, mine), { code: 'not-found' });
    // Ending a hold of the first portfolio ends the attorneys of that one.
    const hold = {
      caseId: own.caseId,
      kind: 'represented',
      why: 'Said so',
      reviewOn: '2026-12-10',
    };
    await world.call(cases.setHold, everywhere, hold);
    const set = await world.db
      .selectFrom('holds')
      .select('id')
      .where('caseId', '=', own.caseId)
      .executeTakeFirstOrThrow();
    const lift = { caseId: own.caseId, holdId: set.id, why: 'Nobody acts on this one' };
    await world.call(cases.liftHold, everywhere, lift);
    const stands = await world.db.selectFrom('parties').select(['id', 'endedAt']).execute();
    assert.deepEqual(stands, [{ id: partyId, endedAt: null }]);
    await world.call(corrections.endParty, everywhere, { ...mine, caseId: other.caseId });
  });
});

describe('records of one person', () => {
  async function twoRecords() {
    const world = await freshWorld();
    const book = await smallBook(world);
    const [one, two] = [await book.addCase(), await book.addCase()];
    await addMailPoints(world);
    const officer = await world.user('compliance');
    const link = () =>
      world.call(facts.linkPeople, officer, {
        ...{ caseId: one.caseId, otherCaseId: two.caseId, reason: 'same birth date' },
      });
    return { world, one, two, officer, link };
  }

  it('a claim about an account of the other record holds it, until it is answered', async () => {
    const { world, one, two, officer, link } = await twoRecords();
    await link();
    const claim = { caseId: one.caseId, source: 'letter', details: { debts: [two.accountId] } };
    await world.call(facts.recordFact, officer, { ...claim, kind: 'coerced_debt' });
    const [hold, ...more] = await holdsOf(world);
    assert.deepEqual([hold?.caseId, hold?.kind, more], [two.caseId, 'coerced-debt', []]);
    const { id: holdId } = await world.db
      .selectFrom('holds')
      .select('id')
      .executeTakeFirstOrThrow();
    const lift = { caseId: two.caseId, holdId, why: 'Looks unfounded' };
    const early = await world.request(cases.liftHold, officer, lift);
    assert.deepEqual([early.status, early.body['needs']], [409, 'coerced-debt-answer']);
    await world.call(facts.recordFact, officer, { ...claim, kind: 'coerced_debt_ended' });
    assert.deepEqual(await holdsOf(world), []);
  });

  it('what holds the one holds the other from the link on', async () => {
    const { world, one, two, officer, link } = await twoRecords();
    await world.call(facts.recordFact, officer, {
      ...{ caseId: one.caseId, kind: 'deceased', source: 'the family' },
    });
    assert.equal((await holdsOf(world)).length, 1);
    await link();
    const held = (await holdsOf(world)).map(({ caseId }) => caseId);
    assert.deepEqual(new Set(held), new Set([one.caseId, two.caseId]));
  });
});

it('a claim holds a case on which nothing is owed today, and stands while it is unanswered', async () => {
  const world = await freshWorld();
  const book = await smallBook(world);
  const { caseId } = await book.addCase();
  const officer = await world.user('compliance');
  const paid = (balanceMinor: bigint) =>
    world.db.updateTable('items').set({ balanceMinor }).execute();
  await paid(0n);
  await world.call(facts.recordFact, officer, { caseId, kind: 'coerced_debt', source: 'letter' });
  const { id: holdId, kind } = await world.db
    .selectFrom('holds')
    .selectAll()
    .executeTakeFirstOrThrow();
  assert.equal(kind, 'coerced-debt');
  const lift = { caseId, holdId, why: 'Nothing is owed' };
  const early = await world.request(cases.liftHold, officer, lift);
  assert.deepEqual([early.status, early.body['needs']], [409, 'coerced-debt-answer']);
  // The payment comes back.
  await paid(10_000n);
  assert.equal((await holdsOf(world)).length, 1);
});
