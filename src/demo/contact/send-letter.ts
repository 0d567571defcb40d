import { type ContactHow, howOf } from '#domain/contact/contact-how.ts';
import { isAboutDebt } from '#domain/contact/conveyed.ts';
import { instantOf } from '#kernel/time.ts';
import { localIn } from '../book/book.ts';
import { isUsable } from '../people/people.ts';
import { log, ofCase, type Play } from '../play/play.ts';
import { askGate, keepAsked } from './ask-gate.ts';

/** What a letter of the office is for and says, and on which work. */
export type LetterOfOffice = Pick<ContactHow, 'purpose' | 'content' | 'campaign'> &
  Partial<Pick<ContactHow, 'reference'>>;

/**
 * Posts a letter of the office through the gate, as the product does: decided, reserved and counted as
 * sent. False where the gate refused it, which is kept too, or no address is known.
 */
export function sendLetter(
  play: Play,
  { purpose, reference = null, content, campaign }: LetterOfOffice,
  ms: number,
): boolean {
  const { book, portfolio, debtor } = play;
  const point = debtor.points.find((one) => one.kind === 'mail' && isUsable(one));
  if (!point) return false;
  const said = { purpose, reference, content, campaign };
  const how = howOf({ how: { ...said, channel: 'letter', mode: 'manual' } });
  const asked = askGate(play, point, ms, how);
  const userId = book.staff.backOffice;
  if (asked.decision.permitted !== true) {
    keepAsked(play, asked, userId, null);
    return false;
  }
  const attemptId = book.newId();
  const at = instantOf(ms);
  const local = localIn(book, portfolio.zone, ms);
  const attempt = {
    ...{ ...ofCase(play), id: attemptId, portfolioId: portfolio.id, userId },
    ...{ person: 'consumer', conversationId: null, conversationDebts: [] },
    ...{ direction: 'outbound', channel: 'letter', mode: 'manual', contactPointId: point.id },
    decisionId: keepAsked(play, asked, userId, attemptId),
    ...{ collector: book.tenantId, purpose, purposeRef: reference, debts: [...asked.debts] },
    aboutDebt: isAboutDebt({ result: 'sent', purpose, content }) === true,
    ...{ state: 'ended', result: 'sent', zone: asked.zone },
    ...{ localDay: local.day, localHour: local.hour, attemptedAt: at, releasedAt: at },
    ...{ endedAt: at, receivedAt: at, recordedAt: at },
  };
  play.attempts.push(attempt);
  book.rows.attempts.push(attempt);
  const facts = { conversationId: null, attemptId, result: 'sent' } as const;
  log(play, 'contact.ended', facts, userId, ms);
  return true;
}
