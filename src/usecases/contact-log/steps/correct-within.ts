import { isAboutDebt } from '#domain/contact/conveyed.ts';
import { opensSince } from '#domain/contact/openness.ts';
import type { AttemptResult } from '#domain/gate/facts/attempt-results.ts';
import { type Actor, may, type Right } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { msOf } from '#kernel/time.ts';
import {
  type AttemptRow,
  type AttemptTruth,
  correctRow,
  lockAttempt,
} from '#storage/contact-log/attempt-corrections.ts';
import { ownerOfPoint } from '#storage/contact-log/contact-facts.ts';
import { lockPeople } from '#storage/contact-log/person-links.ts';
import { append } from '#storage/event-log.ts';
import type { App, Tx } from '#usecases/app.ts';
import type { Answered } from '#usecases/approvals/steps/answer-approval.ts';
import { factTimes, type SaidTimes } from '#usecases/fact-times.ts';
import { recheckDecisions } from '#usecases/gate/steps/recheck-decisions.ts';
import { createObligationsAfterContact } from '#usecases/obligations/steps/create-obligations.ts';
import { factEvent } from '#usecases/record-event.ts';
import { strayDebt } from './named-debts.ts';
import { whatIsOpen } from './what-is-open.ts';

/** What an attempt truly was; what is absent stays as it stands. */
export type CorrectionInput = SaidTimes & {
  readonly caseId: string;
  readonly attemptId: string;
  readonly becomes: {
    readonly result?: AttemptResult | undefined;
    readonly person?: string | undefined;
    readonly contactPointId?: string | undefined;
    /** The debts it was charged to: a choice made once, changed only by a person with a reason. */
    readonly debts?: readonly string[] | undefined;
    readonly conversationDebts?: readonly string[] | undefined;
    /** Follows from the result unless told. */
    readonly aboutDebt?: boolean | undefined;
  };
  readonly reason: string;
};

type PlaceOfCase = {
  readonly customerId: string;
  readonly caseId: string;
  readonly portfolioId: string;
};

/**
 * Corrects an attempt in the caller's transaction, in the name of `recordedBy` and with the actor's
 * `right`; `opens` tells whether
 * something could be done now that was refused before, or a refusal of before would have been none.
 * Throws as `correctAttempt` does.
 */
export async function correctWithin(
  app: App,
  tx: Tx,
  actor: Actor,
  place: PlaceOfCase,
  input: CorrectionInput,
  { recordedBy, right }: { readonly recordedBy: string | null; readonly right: Right },
): Promise<{ readonly correctionId: string; readonly opens: boolean }> {
  const times = factTimes(app, input);
  const people = await lockPeople(tx, place.customerId);
  const attempt = await lockAttempt(tx, people, input.attemptId);
  if (!attempt || !may(actor, right, attempt.portfolioId ?? undefined)) {
    throw new Refusal('not-found', { thing: 'attempt', id: input.attemptId });
  }
  if (!['ended', 'unknown'].includes(attempt.state)) {
    throw new Refusal('conflict', { thing: 'attempt', reason: attempt.state });
  }
  if (msOf(times.receivedAt) < msOf(attempt.attemptedAt)) throw wrong('receivedAt', 'before-call');
  const change = changeIn(attempt, withConveyed(attempt, input.becomes));
  await checkIds(tx, actor, right, people, attempt, input.becomes);
  const before = await whatIsOpen(app, tx, people);
  const correctionId = app.newId();
  await correctRow(
    tx,
    {
      ...{ id: correctionId, tenantId: app.tenantId, customerId: attempt.customerId },
      ...{ attemptId: attempt.id, ...times, ...change, reason: input.reason, recordedBy },
    },
    { ...attempt, ...change.becomes },
  );
  const about = { ...place, userId: recordedBy };
  const facts = { attemptId: attempt.id, correctionId, ...resultsOf(change) };
  await append(tx, [factEvent(app, about, 'attempt.corrected', times, facts)]);
  if (change.becomes.aboutDebt === true) {
    await createObligationsAfterContact(app, tx, place, attempt.id);
  }
  const cause = { kind: 'correction', id: correctionId } as const;
  const past = await recheckDecisions(app, tx, { people }, attempt.attemptedAt, cause);
  const opens = past.opens || opensSince(before, await whatIsOpen(app, tx, people));
  return { correctionId, opens };
}

/** Makes the correction that was approved, in the name of whoever asked, of the attempt as it stands. */
export async function carryOutCorrection(
  app: App,
  tx: Tx,
  actor: Actor,
  { about, askedBy, customerId, caseId, portfolioId }: Answered,
): Promise<void> {
  assert(customerId && caseId && portfolioId, 'a correction is of a case');
  const place = { customerId, caseId, portfolioId };
  await correctWithin(app, tx, actor, place, about as CorrectionInput, {
    ...{ recordedBy: askedBy, right: 'correction.approve' },
  });
}

const wrong = (path: string, message: string) =>
  new Refusal('invalid-input', { problems: [{ path, message }] });

const truthOf = ({
  result,
  person,
  contactPointId,
  debts,
  conversationDebts,
  aboutDebt,
}: AttemptRow) => ({
  result,
  person,
  contactPointId,
  debts,
  conversationDebts,
  aboutDebt,
});

/** What was conveyed follows from the result that is told, unless it is told itself. */
function withConveyed(
  attempt: AttemptRow,
  becomes: CorrectionInput['becomes'],
): CorrectionInput['becomes'] {
  const { result, aboutDebt } = becomes;
  if (result === undefined || result === attempt.result || aboutDebt !== undefined) return becomes;
  const conveyed = isAboutDebt({ result, purpose: attempt.purpose, content: null });
  const stands = attempt.aboutDebt ?? false;
  return conveyed === null || conveyed === stands ? becomes : { ...becomes, aboutDebt: conveyed };
}

/** The fields that change, as they were and as they become. Throws when none does. */
function changeIn(attempt: AttemptRow, wanted: CorrectionInput['becomes']) {
  const stands: AttemptTruth = truthOf(attempt);
  const fields = (Object.keys(stands) as (keyof AttemptTruth)[]).filter(
    (name) =>
      wanted[name] !== undefined && JSON.stringify(wanted[name]) !== JSON.stringify(stands[name]),
  );
  if (fields.length === 0) throw wrong('becomes', 'nothing-changes');
  const pick = (from: object): Partial<AttemptTruth> =>
    Object.fromEntries(
      Object.entries(from).filter(([name]) => fields.some((field) => field === name)),
    );
  return { was: pick(stands), becomes: pick(wanted) };
}

function resultsOf({
  was,
  becomes,
}: {
  was: Partial<AttemptTruth>;
  becomes: Partial<AttemptTruth>;
}) {
  // What a caller of the correction may name and what a call can end with are checked at the door.
  const resultOf = (truth: Partial<AttemptTruth>) => (truth.result ?? null) as AttemptResult | null;
  return { was: resultOf(was), becomes: resultOf(becomes) };
}

/** An address must be the person's, and a debt one that whoever corrects may speak of, or named before. */
async function checkIds(
  tx: Tx,
  actor: Actor,
  right: Right,
  people: readonly string[],
  attempt: AttemptRow,
  becomes: CorrectionInput['becomes'],
): Promise<void> {
  const { contactPointId } = becomes;
  if (contactPointId && !(await ownerOfPoint(tx, people, contactPointId))) {
    throw wrong('becomes.contactPointId', 'unknown');
  }
  for (const field of ['debts', 'conversationDebts'] as const) {
    const named = becomes[field] ?? [];
    const added = named.filter((id) => !attempt[field].includes(id));
    const stray = added[await strayDebt(tx, actor, people, added, right)];
    if (stray) throw wrong(`becomes.${field}.${named.indexOf(stray)}`, 'unknown');
  }
}
