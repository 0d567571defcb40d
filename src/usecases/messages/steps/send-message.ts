import { isAboutDebt } from '#domain/contact/conveyed.ts';
import { demandProblems } from '#domain/contact/demand-words.ts';
import { contentOf, contentProblems } from '#domain/contact/message-content.ts';
import { isOwedByLaw } from '#domain/contact/purposes.ts';
import { beyondAccounts, tellsOfOthers } from '#domain/contact/tied-accounts.ts';
import type { Content } from '#domain/gate/facts/proposed-facts.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { MessageChannel, SendResult } from '#ports/messages.ts';
import type { ReleasedToken } from '#ports/released.ts';
import { accountsHeard } from '#storage/cases/accounts-heard.ts';
import { caseRefOf } from '#storage/cases/read-file.ts';
import { addressOf, handedOver, insertOutbound } from '#storage/messages/messages.ts';
import { whenReachable } from '#storage/retried.ts';
import { type App, allow, now, type Tx } from '#usecases/app.ts';
import { contactRefused } from '#usecases/gate/steps/contact-permissions.ts';
import { releaseContact } from '#usecases/gate/steps/release-contact.ts';
import { reserveContact } from '#usecases/gate/steps/reserve-contact.ts';
import type { Wanted } from '#usecases/gate/steps/wanted-contact.ts';
import { createObligationsAfterContact } from '#usecases/obligations/steps/create-obligations.ts';
import { portfolioOf } from '#usecases/portfolios/steps/portfolio-of.ts';
import { logOnCase } from '#usecases/record-event.ts';

/** One written message, with what the gate has to know of it. */
export type MessageInput = {
  readonly caseId: string;
  readonly contactPointId: string;
  readonly channel: MessageChannel;
  /** `automated` when no person chose to send this very message now. */
  readonly mode: 'manual' | 'automatic';
  /** Null is plain collection. */
  readonly purpose: string | null;
  /** What a claimed purpose rests on; null for the others. */
  readonly reference: string | null;
  /** What the message says and carries, in the words of the gate. */
  readonly content: Content;
  /** The attempt of theirs that it answers. */
  readonly inResponseTo: string | null;
  readonly subject: string | null;
  readonly words: string;
  /** Language of the words, BCP 47. */
  readonly lang: string;
  /** The queue, step or campaign that asks; null for a person. */
  readonly campaign: string | null;
};

/** What became of a message: `sent` is false when the provider could not take it. */
export type MessageSent = {
  readonly messageId: string;
  readonly attemptId: string;
  readonly sent: boolean;
};

/** Kinds of contact point that a channel goes to; a chat goes to whoever has one of these. */
const kindsOf: Readonly<Record<MessageChannel, readonly string[]>> = {
  sms: ['mobile'],
  email: ['email'],
  letter: ['mail'],
  chat: ['mobile', 'email'],
};

/**
 * Sends one written message: asks the gate, reserves, releases, hands it over. The words are kept
 * before they leave. Throws `contact-refused` with the rules and the next time, also when something
 * came in at the last moment; `beyond-accounts` for words about accounts the addressee is not tied to;
 * `not-found`, `invalid-input`, `gate-unavailable`.
 */
export async function sendMessage(
  app: App,
  actor: Actor,
  input: MessageInput,
): Promise<MessageSent> {
  const ref = await caseRefOf(app.db, input.caseId);
  if (!ref) throw new Refusal('not-found', { thing: 'case', id: input.caseId });
  allow(actor, 'case.work', ref.portfolioId);
  const { customerId } = ref;
  const { contactPointId, caseId } = input;
  const to = await addressOf(app.db, customerId, contactPointId, kindsOf[input.channel]);
  if (!to) throw new Refusal('not-found', { thing: 'contact-point', id: contactPointId });
  const portfolio = await portfolioOf(app, ref.portfolioId);
  const { userId } = actor;
  const place = { customerId, caseId, contactPointId, portfolio, userId };
  // What a machine declares of a language that we cannot read, nobody has looked at.
  const { words, lang } = input;
  const written = `${input.subject ?? ''}\n${words}`;
  const text = { words, lang, declaredBy: input.mode === 'manual' ? 'person' : 'machine' } as const;
  // What is owed to the person passes holds: it asks for nothing.
  const owed = isOwedByLaw(input) ? demandProblems('words', written) : [];
  const problems = [...contentProblems(text, input.content), ...owed];
  if (problems.length > 0) throw new Refusal('invalid-input', { problems });
  const heard = await accountsHeard(app.db, place);
  if (heard !== null && tellsOfOthers(written, heard)) throw beyondAccounts(heard);
  const content = contentOf(text, input.content);
  const { channel, mode, purpose, reference, inResponseTo, campaign } = input;
  const how = { channel, mode, purpose, reference, content, inResponseTo, campaign };
  const reserved = await reserveContact(app, { ...place, exceptAttempt: null, how });
  if (!reserved.reserved) throw contactRefused(app, reserved.decision);
  const released = await releaseContact(app, place, reserved.attemptId, reserved.token);
  if (!released.released) throw contactRefused(app, released.decision);
  return handOver(
    app,
    place,
    { ...input, content },
    { attemptId: reserved.attemptId, to, token: released.token },
  );
}

type Place = Omit<Wanted, 'exceptAttempt' | 'how'>;

async function handOver(
  app: App,
  place: Place,
  input: MessageInput,
  order: { readonly attemptId: string; readonly to: string; readonly token: ReleasedToken },
): Promise<MessageSent> {
  const { customerId, caseId, contactPointId, portfolio, userId } = place;
  const { channel, purpose, subject, words, lang, inResponseTo } = input;
  const { attemptId } = order;
  const messageId = app.newId();
  await insertOutbound(app.db, {
    ...{ id: messageId, tenantId: app.tenantId, customerId, caseId },
    ...{ portfolioId: portfolio.id, contactPointId, attemptId, channel, purpose, subject, words },
    ...{ inResponseTo, userId, at: now(app) },
  });
  const result = await app.messages.send({ ...order, channel, subject, words, lang });
  const aboutDebt = result.sent
    ? isAboutDebt({ result: 'sent', purpose, content: input.content })
    : null;
  await settle(app, place, { messageId, attemptId, channel, aboutDebt }, result);
  if (!result.sent && result.reason !== 'network') {
    throw new Refusal('conflict', { thing: 'attempt', reason: result.reason });
  }
  return { messageId, attemptId, sent: result.sent };
}

async function settle(
  app: App,
  place: Place,
  made: {
    readonly messageId: string;
    readonly attemptId: string;
    readonly channel: MessageChannel;
    readonly aboutDebt: boolean | null;
  },
  result: SendResult,
): Promise<void> {
  const { customerId, userId } = place;
  const { messageId, attemptId, channel, aboutDebt } = made;
  const reason = result.sent ? null : result.reason;
  let isFirstTry = true;
  // It has left: whatever happens to the connection, that is written down.
  const keep = async (tx: Tx) => {
    const isNews = await handedOver(
      tx,
      { customerId, attemptId },
      {
        state: result.sent ? 'sent' : 'not-sent',
        result: result.sent ? 'sent' : reason === 'network' ? 'network_failure' : null,
        aboutDebt,
        providerRef: result.sent ? result.providerRef : null,
        at: now(app),
      },
    );
    if (!isNews && !isFirstTry) return;
    if (aboutDebt) {
      const on = { ...place, portfolioId: place.portfolio.id };
      await createObligationsAfterContact(app, tx, on, attemptId);
    }
    const facts = { messageId, attemptId, channel };
    if (reason === null) return logOnCase(app, tx, place, userId, 'message.sent', facts);
    await logOnCase(app, tx, place, userId, 'message.not-sent', { ...facts, reason });
  };
  await whenReachable(async () => {
    try {
      await app.db.transaction().execute(keep);
    } finally {
      isFirstTry = false;
    }
  });
}
