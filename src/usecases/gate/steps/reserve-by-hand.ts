import { checkPurpose, howOf } from '#domain/contact/contact-how.ts';
import { isAboutDebt } from '#domain/contact/conveyed.ts';
import { type Decision, verdictWord } from '#domain/gate/decision.ts';
import { dateIn, type Instant, minuteOfDayIn, msOf } from '#kernel/time.ts';
import { lockPeople } from '#storage/contact-log/person-links.ts';
import { insertFlags } from '#storage/gate/decision-flags.ts';
import { keepSentByHand } from '#storage/gate/sent-by-hand.ts';
import { type HotTransaction, type Run, runOn } from '#storage/hot-path.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { recheckDecisions } from './recheck-decisions.ts';
import { type Reserved, reserveWithin } from './reserve-contact.ts';
import type { Wanted } from './wanted-contact.ts';

/** What a person sends or says outside of every adapter. */
export type ByHand = Wanted & {
  /** When it went or goes out. */
  readonly sentAt: Instant;
};

/**
 * The gate's answer: an attempt that counts as sent, or the decision that refused it. What went out
 * before counts whatever the answer.
 */
export type MadeByHand =
  | { readonly made: true; readonly attemptId: string; readonly aboutDebt: boolean }
  | { readonly made: false; readonly decision: Decision };

/**
 * Decides a contact that people make by hand, such as a letter that the office posts, and writes the
 * attempt: in the caller's transaction, so that what is recorded as sent was decided and counts. A
 * refusal is kept too; the caller must not roll it back. What went out on an earlier day is decided as
 * of then: a refusal comes too late, so that it is kept as sent and put before compliance, and what
 * was decided since is looked at again. Throws as `reserveContact` does.
 */
export async function reserveByHand(app: App, tx: Tx, byHand: ByHand): Promise<MadeByHand> {
  const { sentAt, ...wanted } = byHand;
  const how = howOf(wanted);
  checkPurpose(how);
  const people = await lockPeople(tx, wanted.customerId);
  const { zone } = wanted.portfolio;
  const ms = msOf(sentAt);
  const isPast = dateIn(zone, ms) < dateIn(zone, app.clock());
  const asked = isPast ? { ...wanted, madeAt: sentAt } : wanted;
  const reserved = await reserveWithin(app, inCallers(tx), asked);
  if (!reserved.reserved) return { made: false, decision: reserved.decision };
  const { attemptId } = reserved;
  const { purpose, content } = how;
  const aboutDebt = isAboutDebt({ result: 'sent', purpose, content }) === true;
  await keepSentByHand(tx, wanted.customerId, {
    ...{ attemptId, aboutDebt, sentAt, localDay: dateIn(zone, ms), recordedAt: now(app) },
    localHour: Math.floor(minuteOfDayIn(zone, ms) / 60),
  });
  const facts = { conversationId: null, attemptId, result: 'sent' } as const;
  await logOnCase(app, tx, wanted, wanted.userId, 'contact.ended', facts);
  if (isPast) {
    await flagBreach(app, tx, wanted, sentAt, reserved);
    await recheckDecisions(app, tx, { people }, sentAt, { kind: 'sent-before', id: attemptId });
  }
  return { made: true, attemptId, aboutDebt };
}

/** Puts before compliance what went out although the gate would have refused it. */
async function flagBreach(
  app: App,
  tx: Tx,
  { customerId, caseId, portfolio }: Wanted,
  sentAt: Instant,
  { attemptId, decision, decisionId }: Extract<Reserved, { reserved: true }>,
): Promise<void> {
  if (decision.permitted === true) return;
  const verdict = verdictWord(decision);
  const rules = decision.reasons.map(({ rule }) => rule).toSorted();
  await insertFlags(tx, [
    {
      ...{ id: app.newId(), tenantId: app.tenantId, customerId, caseId },
      ...{ portfolioId: portfolio.id, decisionId, cause: 'breach', causeId: attemptId },
      ...{ was: verdict, becomes: verdict, rulesWas: rules, rulesBecomes: rules },
      ...{ decidedAt: sentAt, foundAt: now(app) },
    },
  ]);
}

/** Statements one behind the other in a transaction of the ordinary kind, which ends it itself. */
function inCallers(tx: Tx): HotTransaction {
  const send = runOn(tx);
  let last: Promise<unknown> = Promise.resolve();
  const run: Run = (statement, values) => {
    const sent = last.then(() => send(statement, values));
    last = sent.catch(() => undefined);
    return sent;
  };
  // All records of the person are locked already: nothing has to begin anew.
  return { run, runAndCommit: run, beginAgain: () => Promise.resolve(), db: tx };
}
