import { msOf } from '#kernel/time.ts';
import { correctRow, lockAttempt } from '#storage/contact-log/attempt-corrections.ts';
import {
  type EarlierFact,
  type FactTimes,
  standsBeside,
} from '#storage/contact-log/contact-facts.ts';
import { append } from '#storage/event-log.ts';
import type { App, Tx } from '#usecases/app.ts';
import {
  type ObligationPlace,
  oweNoticeAgain,
} from '#usecases/obligations/steps/create-obligations.ts';
import { factEvent } from '#usecases/record-event.ts';

/**
 * Takes back what a withdrawn notice said of the contact that it was: the letter stays in the log and
 * counts, and was no notice. The first words about a debt then owe the notice still. Nothing happens
 * where another fact on record says that the same contact was one.
 */
export async function takeBackNotice(
  app: App,
  tx: Tx,
  userId: string | null,
  place: ObligationPlace,
  people: readonly string[],
  fact: EarlierFact,
  { times, reason }: { readonly times: FactTimes; readonly reason: string },
): Promise<void> {
  if (fact.attemptId === null) return;
  const beside = await standsBeside(tx, people, fact);
  const attempt = await lockAttempt(tx, people, fact.attemptId);
  if (!attempt || beside.sameContact) return;
  // A talk was for whatever it was for; only what was sent as the notice loses its purpose.
  if (attempt.result === 'sent' && attempt.purpose !== null) {
    const { purpose, customerId } = attempt;
    const correction = { id: app.newId(), tenantId: app.tenantId, customerId, ...times };
    const change = { was: { purpose }, becomes: { purpose: null } };
    const kept = { ...correction, ...change, attemptId: attempt.id, reason, recordedBy: userId };
    await correctRow(tx, kept, { ...attempt, purpose: null });
    const told = { attemptId: attempt.id, correctionId: correction.id, was: null, becomes: null };
    await append(tx, [factEvent(app, { ...place, userId }, 'attempt.corrected', times, told)]);
  }
  if (attempt.aboutDebt !== true || beside.sameKind) return;
  const source = { key: `withdrawn:${fact.id}`, atMs: msOf(attempt.attemptedAt) };
  await oweNoticeAgain(app, tx, place, fact.kind, source);
}
