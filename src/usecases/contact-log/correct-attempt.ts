import { isAboutDebt } from '#domain/contact/conveyed.ts';
import type { AttemptResult } from '#domain/gate/facts/attempt-results.ts';
import { type Actor, may } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { msOf } from '#kernel/time.ts';
import { caseRefOf } from '#storage/cases/read-file.ts';
import {
  type AttemptRow,
  type AttemptTruth,
  correctRow,
  lockAttempt,
} from '#storage/contact-log/attempt-corrections.ts';
import { ownerOfPoint } from '#storage/contact-log/contact-facts.ts';
import { lockPeople } from '#storage/contact-log/person-links.ts';
import { append } from '#storage/event-log.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow, type Tx } from '#usecases/app.ts';
import { factTimes, type SaidTimes } from '#usecases/fact-times.ts';
import { recheckDecisions } from '#usecases/gate/steps/recheck-decisions.ts';
import { createObligationsAfterContact } from '#usecases/obligations/steps/create-obligations.ts';
import { factEvent } from '#usecases/record-event.ts';
import { strayDebt } from './steps/named-debts.ts';

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

/**
 * Keeps a later truth about an attempt as a fact of its own and makes the attempt what it says:
 * counts follow by themselves. Decisions made since the attempt are looked at again. Throws
 * `not-found`, `conflict` while the attempt is still open or never was made, `invalid-input`.
 */
export async function correctAttempt(app: App, actor: Actor, input: CorrectionInput) {
  const place = await caseRefOf(app.db, input.caseId);
  if (!place) throw new Refusal('not-found', { thing: 'case', id: input.caseId });
  allow(actor, 'fact.record', place.portfolioId);
  const times = factTimes(app, input);
  return inRetriedTransaction(app.db, async (tx) => {
    const people = await lockPeople(tx, place.customerId);
    const attempt = await lockAttempt(tx, people, input.attemptId);
    if (!attempt || !may(actor, 'fact.record', attempt.portfolioId ?? undefined)) {
      throw new Refusal('not-found', { thing: 'attempt', id: input.attemptId });
    }
    if (!['ended', 'unknown'].includes(attempt.state)) {
      throw new Refusal('conflict', { thing: 'attempt', reason: attempt.state });
    }
    if (msOf(times.receivedAt) < msOf(attempt.attemptedAt))
      throw wrong('receivedAt', 'before-call');
    const change = changeIn(attempt, withConveyed(attempt, input.becomes));
    await checkIds(tx, actor, people, attempt, input.becomes);
    const correctionId = app.newId();
    await correctRow(
      tx,
      {
        id: correctionId,
        tenantId: app.tenantId,
        customerId: attempt.customerId,
        attemptId: attempt.id,
        ...times,
        ...change,
        reason: input.reason,
        recordedBy: actor.userId,
      },
      { ...attempt, ...change.becomes },
    );
    const about = { ...place, userId: actor.userId };
    const facts = { attemptId: attempt.id, correctionId, ...resultsOf(change) };
    await append(tx, [factEvent(app, about, 'attempt.corrected', times, facts)]);
    if (change.becomes.aboutDebt === true) {
      await createObligationsAfterContact(app, tx, place, attempt.id);
    }
    const cause = { kind: 'correction', id: correctionId } as const;
    await recheckDecisions(app, tx, { people }, attempt.attemptedAt, cause);
    return { correctionId };
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
    const stray = added[await strayDebt(tx, actor, people, added)];
    if (stray) throw wrong(`becomes.${field}.${named.indexOf(stray)}`, 'unknown');
  }
}
