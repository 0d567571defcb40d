import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as facts from '#contract/compliance/contact-facts.ts';
import * as duties from '#contract/compliance/obligations.ts';
import { type ObligationKind, obligationKinds } from '#domain/gate/duties.ts';
import type { EventWord } from '#domain/gate/facts/event-kinds.ts';
import { factOfDuty } from '#domain/obligations/duty-facts.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { VALIDATION_NOTICE } from '#rulepacks/us-fed/validation-notice.ts';
import { addMailPoints } from '#test/support/books/mail-points.ts';
import { type MadeCase, type SmallBook, smallBook } from '#test/support/books/small-book.ts';
import { freshWorld, ownedBy, type World } from '#test/support/world/fresh-world.ts';
import { hoursAgo } from '#test/support/world/gate-log.ts';
import { evaluateContact } from '#usecases/gate/steps/evaluate-contact.ts';
import { loadGateInputs } from '#usecases/gate/steps/load-gate-inputs.ts';

type Place = {
  readonly world: World;
  readonly book: SmallBook;
  readonly officer: Actor;
  readonly made: MadeCase;
};

type Cause = { readonly kind: EventWord; readonly returned?: true; readonly in_writing?: true };

/** What raises each kind; the rule that stands against a call until it is met, when one does. */
const rows: Readonly<
  Partial<Record<ObligationKind, { causes: readonly Cause[]; until?: string; since?: string }>>
> = {
  validation_notice: {
    causes: [{ kind: 'validation_notice', returned: true }],
    since: 'USF-34-VALIDATION-PERIOD',
  },
  initial_disclosures: { causes: [{ kind: 'validation_notice', returned: true }] },
  dispute_acknowledgement: { causes: [{ kind: 'dispute', in_writing: true }] },
  debt_verification: {
    causes: [{ kind: 'dispute', in_writing: true }],
    until: 'DUNLIN-HOLD-DISPUTE',
  },
  original_creditor_answer: {
    causes: [{ kind: 'original_creditor_request', in_writing: true }],
    until: 'DUNLIN-HOLD-ORIGINAL-CREDITOR-REQUEST',
  },
  substantiation: {
    causes: [{ kind: 'substantiation', in_writing: true }],
    until: 'US-NY-SUBSTANTIATION',
  },
  complaint_acknowledgement: { causes: [{ kind: 'complaint' }] },
  complaint_answer: { causes: [{ kind: 'complaint' }], until: 'DUNLIN-HOLD-COMPLAINT' },
  hardship_answer: { causes: [{ kind: 'hardship' }], until: 'DUNLIN-HOLD-HARDSHIP' },
  coerced_debt_review: { causes: [{ kind: 'coerced_debt', in_writing: true }] },
  coerced_debt_answer: {
    causes: [{ kind: 'coerced_debt', in_writing: true }, { kind: 'coerced_debt_reviewed' }],
    until: 'US-NY-COERCED-DEBT',
  },
};

async function record(place: Place, { kind, in_writing, returned }: Cause): Promise<string> {
  const { world, officer, made } = place;
  const details = in_writing ? { in_writing } : {};
  const fact = { caseId: made.caseId, kind, details, source: 'letter' };
  const { factId } = await world.call(facts.recordFact, officer, fact);
  if (returned) await refer(place, kind, factId, 'returned');
  return factId;
}

const refer = (
  { world, officer, made }: Place,
  kind: EventWord,
  factId: string,
  as: 'withdrawn' | 'returned',
) =>
  world.call(facts.recordFact, officer, {
    ...{ caseId: made.caseId, kind, source: 'letter', about: { factId, as } },
  });

const openOf = async ({ world, officer, made }: Place) =>
  (await world.call(duties.listObligations, officer, {})).obligations.filter(
    ({ caseId }) => caseId === made.caseId,
  );

/** A notice that held every part its law asks for. */
const allParts = VALIDATION_NOTICE.map(({ key }) => key);

async function fulfil(place: Place, kind: ObligationKind, how: 'letter' | 'other' = 'letter') {
  const { world, officer } = place;
  const duty = (await openOf(place)).find((one) => one.kind === kind);
  assert.ok(duty, `${kind} stands open`);
  const met = { how, metAt: hoursAgo(world, 0), reference: 'RR 1234', parts: allParts };
  await world.call(duties.fulfilObligation, officer, { obligationId: duty.id, ...met });
}

/** What the gate is told and says of a call to the person now. */
async function asked({ world, book, made }: Place) {
  const { customerId, caseId, phoneId: contactPointId } = made;
  const on = { customerId, caseId, portfolio: book.portfolio, userId: null };
  const wanted = { ...on, contactPointId, exceptAttempt: null };
  const inputs = await loadGateInputs(world.app, world.db, wanted);
  const { decision, facts: told } = evaluateContact(world.app, wanted, inputs, { guarded: false });
  const named = [...decision.reasons, ...decision.obligations].map(({ rule }) => rule);
  return { named, events: (told.events ?? []).map(({ kind }) => kind) };
}

async function aPlace(): Promise<Place> {
  const world = await freshWorld();
  const book = await smallBook(world);
  const made = await book.addCase();
  await addMailPoints(world);
  return { world, book, made, officer: await world.user('compliance') };
}

describe('a duty that is met', () => {
  it('is a fact of the gate, whose rules read it; it is not raised again', async () => {
    const first = await aPlace();
    for (const [kind, row] of Object.entries(rows)) {
      const place = { ...first, made: await first.book.addCase() };
      await addMailPoints(first.world);
      for (const cause of row.causes) await record(place, cause);
      const before = await asked(place);
      if (row.until) assert.ok(before.named.includes(row.until), `${kind}: ${before.named}`);
      if (row.since) assert.ok(!before.named.includes(row.since), `${kind}: ${before.named}`);
      await fulfil(place, kind as ObligationKind);
      const after = await asked(place);
      const fact = factOfDuty(kind as ObligationKind) ?? '';
      const count = ({ events }: typeof before) => events.filter((one) => one === fact).length;
      assert.equal(count(after), count(before) + 1, kind);
      if (row.until) assert.ok(!after.named.includes(row.until), `${kind}: ${after.named}`);
      if (row.since) assert.ok(after.named.includes(row.since), `${kind}: ${after.named}`);
      assert.ok(!(await openOf(place)).some((one) => one.kind === kind), kind);
    }
  });

  it('of every other kind leaves no fact, as its table says', async () => {
    const place = await aPlace();
    const { world, made } = place;
    // The notice of assignment is laid by the clockwork after a transfer, which has its own test.
    const others = obligationKinds.filter((kind) => !(kind in rows) && kind !== 'transfer_notice');
    const at = hoursAgo(world, 0);
    for (const kind of others) {
      assert.equal(factOfDuty(kind), null, kind);
      const due = { rule: 'DUNLIN-DUTY-ANSWER', sourceKey: `test:${kind}`, queue: 'compliance' };
      const times = { dueAt: at, escalatesAt: at, openedAt: at };
      const { caseId, portfolioId } = made;
      await world.db
        .insertInto('obligations')
        .values({
          ...{ ...ownedBy(made.customerId), id: world.app.newId(), caseId, portfolioId, kind },
          ...{ ...due, ...times },
        })
        .execute();
      await fulfil(place, kind);
    }
    assert.deepEqual(await world.db.selectFrom('contactFacts').select('kind').execute(), []);
  });
});

describe('a notice that is taken back', () => {
  it('leaves the letter that it was without its purpose, and is owed', async () => {
    const place = await aPlace();
    const factId = await record(place, { kind: 'validation_notice' });
    const letters = () =>
      place.world.db.selectFrom('attempts').select(['purpose', 'aboutDebt', 'result']).execute();
    const sent = { result: 'sent', aboutDebt: true };
    assert.deepEqual(await letters(), [{ ...sent, purpose: 'send_validation_notice' }]);
    const owed = async () => (await openOf(place)).map(({ kind }) => kind).toSorted();
    assert.deepEqual(await owed(), ['initial_disclosures']);
    await refer(place, 'validation_notice', factId, 'withdrawn');
    assert.deepEqual(await letters(), [{ ...sent, purpose: null }]);
    assert.deepEqual(await owed(), ['initial_disclosures', 'validation_notice']);
    assert.ok(!(await asked(place)).named.includes('USF-34-VALIDATION-PERIOD'));
  });

  it('that met a duty leaves it open as before', async () => {
    const place = await aPlace();
    await record(place, { kind: 'validation_notice', returned: true });
    const { world, officer, made } = place;
    const again = { caseId: made.caseId, kind: 'validation_notice', source: 'letter' } as const;
    const asked = await world.request(facts.recordFact, officer, again);
    assert.deepEqual([asked.status, asked.body['needs']], [409, 'notice-parts']);
    await fulfil(place, 'validation_notice');
    const { id } = await place.world.db
      .selectFrom('contactFacts')
      .select('id')
      .where('source', '=', 'obligation:validation_notice')
      .executeTakeFirstOrThrow();
    await refer(place, 'validation_notice', id, 'withdrawn');
    const kinds = (await openOf(place)).map(({ kind }) => kind);
    assert.deepEqual(kinds.toSorted(), ['initial_disclosures', 'validation_notice']);
  });
});
