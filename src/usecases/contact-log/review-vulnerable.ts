import type { Actor } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { dateIn, type LocalDate } from '#kernel/time.ts';
import { clearVulnerable, isVulnerable } from '#storage/calls/people.ts';
import { lockHolds, putOffReview, refreshHoldReview } from '#storage/cases/holds.ts';
import { insertNote } from '#storage/cases/notes.ts';
import type { CaseRef } from '#storage/cases/read-file.ts';
import { closeDangerAlarms } from '#storage/cases/told-danger.ts';
import { lockPeople } from '#storage/contact-log/person-links.ts';
import { standingClaims } from '#storage/contact-log/standing-claims.ts';
import { lockCustomers } from '#storage/ledger/ledger.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow, now, type Tx } from '#usecases/app.ts';
import { caseInView } from '#usecases/cases/steps/case-access.ts';
import { endHoldOf } from '#usecases/cases/steps/end-hold.ts';
import { placeHold } from '#usecases/cases/steps/place-hold.ts';
import { recheckDecisions } from '#usecases/gate/steps/recheck-decisions.ts';
import { settleDangers } from '#usecases/messages/steps/settle-dangers.ts';
import { placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';
import { sealedWords } from '#usecases/privacy/steps/sealed-words.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { keepFact } from './steps/keep-fact.ts';
import { mayEndVulnerability } from './steps/vulnerability-ended.ts';

/** What a look at a customer's vulnerability found. */
export type VulnerabilityReview = {
  readonly caseId: string;
  readonly outcome: 'stays' | 'cleared';
  readonly why: string;
  /** When it is looked at again; needed when it stays. */
  readonly reviewOn: LocalDate | null;
};

/**
 * A customer stays vulnerable until another look on a date, or no longer is: the holds of this case go, and
 * the mark with them unless a hold of another case stands. Words that may have told of danger, and their alarm, are
 * settled with it. The reason is a restricted note. Throws `not-found`, `not-allowed`, `invalid-input`, and
 * `already-done` when there is nothing to clear.
 */
export async function reviewVulnerable(app: App, actor: Actor, input: VulnerabilityReview) {
  const ref = await caseInView(app, actor, input.caseId);
  const { portfolioId } = ref;
  allow(actor, 'vulnerable.review', portfolioId);
  assert(actor.userId, 'only people review');
  const by = actor.userId;
  const place = await placeOf(app, app.db, portfolioId);
  const today = dateIn(place.portfolio.zone, app.clock());
  const { outcome, why, reviewOn } = input;
  if (outcome === 'stays' && (reviewOn === null || reviewOn <= today)) {
    throw new Refusal('invalid-input', { problems: [{ path: 'reviewOn', message: 'date-past' }] });
  }
  await inRetriedTransaction(app.db, async (tx) => {
    await lockCustomers(tx, [ref.customerId]);
    const holds = (await lockHolds(tx, ref.customerId, ref.caseId)).filter(
      ({ kind, liftedAt }) => kind === 'vulnerable' && liftedAt === null,
    );
    const { customerId } = ref;
    if (outcome === 'stays') {
      const words = { words: why, reviewOn, conversationId: null, as: null };
      if (holds.length === 0) await placeHold(app, tx, ref, by, { kind: 'vulnerable', ...words });
      for (const { id } of holds) await putOffReview(tx, customerId, id, reviewOn ?? today);
      await refreshHoldReview(tx, customerId, ref.caseId);
    } else {
      if (holds.length === 0 && !(await isVulnerable(tx, customerId))) {
        throw new Refusal('already-done', { thing: 'vulnerability', id: ref.caseId });
      }
      await endFacts(app, tx, actor, ref);
      for (const { id: holdId, liftedAt } of await lockHolds(tx, customerId, ref.caseId)) {
        const isOpen = liftedAt === null && holds.some(({ id }) => id === holdId);
        if (isOpen)
          await endHoldOf(app, tx, place, by, { customerId, caseId: ref.caseId, holdId, why });
      }
      await clearVulnerable(tx, customerId);
    }
    const at = now(app);
    const danger = outcome === 'stays' ? 'confirmed' : 'none';
    await settleDangers(app, tx, customerId, { by, danger, at });
    const noteId = await keepWhy(app, tx, ref, by, why);
    const next = outcome === 'stays' ? reviewOn : null;
    const facts = { kind: 'vulnerable', outcome, reviewOn: next, noteId } as const;
    await logOnCase(app, tx, { ...ref, portfolio: place.portfolio }, by, 'hold.reviewed', facts);
    await closeDangerAlarms(tx, { customerId, by, at });
  });
  return { done: true as const };
}

/** Facts on record that say so end too: the gate goes by them. */
async function endFacts(
  app: App,
  tx: Tx,
  actor: Actor,
  ref: CaseRef & { readonly portfolioId: string },
): Promise<void> {
  const people = await lockPeople(tx, ref.customerId);
  const claims = await standingClaims(tx, people);
  const at = now(app);
  for (const kind of ['vulnerable', 'lacks_capacity'] as const) {
    if (!claims.some((claim) => claim.kind === kind)) continue;
    const id = app.newId();
    await keepFact(app, tx, actor.userId, ref, people, {
      ...{ id, kind: `${kind}_ended`, details: {}, source: 'vulnerable.review', evidenceRef: null },
      times: { occurredAt: at, receivedAt: at, recordedAt: at },
      ...{ transferable: true, attemptId: null, about: null, how: 'other' },
      mayLift: (portfolioId) => mayEndVulnerability(actor, portfolioId),
    });
    await recheckDecisions(app, tx, { people }, at, { kind: 'fact', id });
  }
}

async function keepWhy(app: App, tx: Tx, ref: CaseRef, by: string, words: string) {
  const id = app.newId();
  const { customerId, caseId } = ref;
  await insertNote(tx, {
    ...{ id, customerId, caseId, tenantId: app.tenantId, conversationId: null },
    ...{ restricted: true, words: sealedWords(app, customerId, words) },
    ...{ writtenAt: now(app), writtenBy: by },
  });
  return id;
}
