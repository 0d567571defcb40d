import { checkPurpose, howOf } from '#domain/contact/contact-how.ts';
import { isAboutDebt } from '#domain/contact/conveyed.ts';
import type { Decision } from '#domain/gate/decision.ts';
import { dateIn, type Instant, minuteOfDayIn, msOf } from '#kernel/time.ts';
import { lockPeople } from '#storage/contact-log/person-links.ts';
import { keepSentByHand } from '#storage/gate/sent-by-hand.ts';
import { type HotTransaction, type Run, runOn } from '#storage/hot-path.ts';
import type { App, Tx } from '#usecases/app.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { reserveWithin } from './reserve-contact.ts';
import type { Wanted } from './wanted-contact.ts';

/** What a person sends or says outside of every adapter. */
export type ByHand = Wanted & {
  /** When it went or goes out. */
  readonly sentAt: Instant;
};

/** The gate's answer: an attempt that counts as sent, or the decision that refused it. */
export type MadeByHand =
  | { readonly made: true; readonly attemptId: string; readonly aboutDebt: boolean }
  | { readonly made: false; readonly decision: Decision };

/**
 * Decides a contact that people make by hand, such as a letter that the office posts, and writes the
 * attempt: in the caller's transaction, so that what is recorded as sent was decided and counts. A
 * refusal is kept too; the caller must not roll it back. Throws as `reserveContact` does.
 */
export async function reserveByHand(app: App, tx: Tx, byHand: ByHand): Promise<MadeByHand> {
  const { sentAt, ...wanted } = byHand;
  const how = howOf(wanted);
  checkPurpose(how);
  await lockPeople(tx, wanted.customerId);
  const reserved = await reserveWithin(app, inCallers(tx), wanted);
  if (!reserved.reserved) return { made: false, decision: reserved.decision };
  const { attemptId } = reserved;
  const { zone } = wanted.portfolio;
  const ms = msOf(sentAt);
  const { purpose, content } = how;
  const aboutDebt = isAboutDebt({ result: 'sent', purpose, content }) === true;
  await keepSentByHand(tx, wanted.customerId, {
    ...{ attemptId, aboutDebt, sentAt, localDay: dateIn(zone, ms) },
    localHour: Math.floor(minuteOfDayIn(zone, ms) / 60),
  });
  const facts = { conversationId: null, attemptId, result: 'sent' } as const;
  await logOnCase(app, tx, wanted, wanted.userId, 'contact.ended', facts);
  return { made: true, attemptId, aboutDebt };
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
