import { keyedFrom } from '#domain/contact/keyed-messages.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Instant } from '#kernel/time.ts';
import type { MessageChannel } from '#ports/messages.ts';
import { caseRefOf } from '#storage/cases/read-file.ts';
import { addressOf } from '#storage/messages/messages.ts';
import { type App, allow } from '#usecases/app.ts';
import { factTimes } from '#usecases/fact-times.ts';
import { takeMessage } from './steps/take-message.ts';

/** A letter, e-mail or text that came to the office and is keyed in by hand. */
export type KeyedIn = {
  readonly caseId: string;
  readonly contactPointId: string;
  readonly channel: MessageChannel;
  readonly subject: string | null;
  readonly words: string;
  readonly receivedAt: Instant | null;
};

/**
 * Takes a message that came on paper or to a mailbox, from one of the customer's own addresses. Throws
 * `not-found` for a case or address that is not there, `invalid-input` for a time ahead of now.
 */
export async function keyInMessage(app: App, actor: Actor, keyed: KeyedIn) {
  const ref = await caseRefOf(app.db, keyed.caseId);
  if (!ref) throw new Refusal('not-found', { thing: 'case', id: keyed.caseId });
  allow(actor, 'fact.record', ref.portfolioId);
  const { channel, contactPointId, subject, words } = keyed;
  const from = await addressOf(app.db, ref.customerId, contactPointId, keyedFrom[channel]);
  if (!from) throw new Refusal('not-found', { thing: 'contact-point', id: contactPointId });
  const { occurredAt, receivedAt } = factTimes(app, { receivedAt: keyed.receivedAt });
  const { people } = await takeMessage(app, {
    ...{ channel, from, subject, words, occurredAt, receivedAt },
    ...{ providerRef: null, answers: null, recordedBy: actor.userId },
  });
  const own = people.find(({ customerId }) => customerId === ref.customerId);
  if (!own) throw new Refusal('not-found', { thing: 'contact-point', id: contactPointId });
  const { kind, certainty, also } = own.request;
  return { messageId: own.messageId, request: kind, certainty, scope: own.scope, also: [...also] };
}
