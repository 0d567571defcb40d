import { inLanguage } from '#domain/contact/call-script.ts';
import { scriptParts } from '#domain/contact/script-parts.ts';
import { addressNeeded, type GivingWay, sentThrough } from '#domain/contact/sent-by-hand.ts';
import type { Decision } from '#domain/gate/decision.ts';
import type { NoticeContact } from '#domain/strategy/notice-contact.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { dateIn, type Instant, msOf } from '#kernel/time.ts';
import { lockPeople } from '#storage/contact-log/person-links.ts';
import { talkThatDay, untoldSending } from '#storage/gate/sent-by-hand.ts';
import { whereAbouts } from '#storage/obligations/person-place.ts';
import type { App, Tx } from '#usecases/app.ts';
import { reserveByHand } from '#usecases/gate/steps/reserve-by-hand.ts';
import { wantedByHand } from '#usecases/gate/steps/wanted-by-hand.ts';
import { portfolioOf } from '#usecases/portfolios/steps/portfolio-of.ts';
import { createObligationsAfterContact, type ObligationPlace } from './create-obligations.ts';

/** How a notice or answer was given, when, and for which work. */
export type GivenNotice = {
  readonly way: GivingWay | 'phone_call';
  readonly at: Instant;
  readonly campaign: string;
  /** Where it went, when that is told; else the best address for its way. */
  readonly contactPointId?: string | null;
};

/** The attempt that a notice is, or the decision that refused it. */
export type NoticeGiven =
  | { readonly refused: null; readonly attemptId: string }
  | { readonly refused: Decision };

/**
 * A notice worked out for the law of the place where somebody lives, in the language that was told of
 * it, ISO 639-1; null for none.
 */
export async function noticeFor(
  app: App,
  tx: Tx,
  { customerId, portfolioId }: ObligationPlace,
  make: (parts: ReturnType<typeof scriptParts>) => NoticeContact | null,
  language: string | null,
): Promise<NoticeContact | null> {
  const home = await whereAbouts(tx, customerId);
  if (!home) return null;
  const { collectorRole } = await portfolioOf(app, portfolioId, tx);
  const parts = scriptParts(app.gate.packs, { collectorRole, customerKind: home.kind, home });
  const notice = make(parts);
  if (!notice || language === null) return notice;
  return { ...notice, content: inLanguage(notice.content, parts, language) };
}

/**
 * Refuses a language that was told of what has none of its own: what was said on the telephone is in
 * the language of that talk, and what is no notice of ours has no words. Throws `invalid-input`.
 */
export function checkLanguage(language: string | null, isWritten: boolean): void {
  if (language === null || isWritten) return;
  throw new Refusal('invalid-input', {
    problems: [{ path: 'language', message: 'only-of-notices' }],
  });
}

/**
 * Takes a notice or an answer to the person through the gate, by hand: decided, reserved and counted as
 * sent. What was said in a talk is that talk, which is on record; and what the log holds as sent on that
 * day for this very purpose, and nothing has told of yet, is not counted twice. A refusal is kept: the caller must not roll it back. Throws
 * `step-missing` without an address, or without the talk.
 */
export async function giveNotice(
  app: App,
  tx: Tx,
  actor: Actor,
  place: ObligationPlace,
  notice: NoticeContact,
  { way, at, campaign, contactPointId }: GivenNotice,
): Promise<NoticeGiven> {
  const { customerId, caseId, portfolioId } = place;
  const people = await lockPeople(tx, customerId);
  const portfolio = await portfolioOf(app, portfolioId, tx);
  const localDay = dateIn(portfolio.zone, msOf(at));
  if (way === 'phone_call') {
    const attemptId = await talkThatDay(tx, people, { portfolioId, at, localDay });
    if (attemptId === undefined) throw new Refusal('step-missing', { needs: 'call' });
    return { refused: null, attemptId };
  }
  const on = { customerId, caseId, portfolio, userId: actor.userId };
  const wanted = await wantedByHand(tx, on, way, { ...notice, campaign });
  if (!wanted) throw new Refusal('step-missing', { needs: addressNeeded(way) });
  const to = { ...wanted, contactPointId: contactPointId ?? wanted.contactPointId };
  const { channel } = sentThrough[way];
  const like = { caseId, channel, purpose: notice.purpose, contactPointId: to.contactPointId };
  const sent = await untoldSending(tx, people, { ...like, localDay });
  if (sent !== undefined) return { refused: null, attemptId: sent };
  const made = await reserveByHand(app, tx, { ...to, sentAt: at });
  if (!made.made) return { refused: made.decision };
  const { attemptId } = made;
  if (made.aboutDebt) await createObligationsAfterContact(app, tx, place, attemptId);
  return { refused: null, attemptId };
}
