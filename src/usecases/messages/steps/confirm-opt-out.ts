import { ownText } from '#domain/contact/own-text.ts';
import { confirmationIn } from '#domain/opt-out-detection/confirmations.ts';
import { Refusal } from '#kernel/refusal.ts';
import { type Instant, msOf } from '#kernel/time.ts';
import type { MessageChannel } from '#ports/messages.ts';
import { append } from '#storage/event-log.ts';
import { type App, now, systemActor } from '#usecases/app.ts';
import { meetBy } from '#usecases/obligations/steps/create-obligations.ts';
import { factEvent } from '#usecases/record-event.ts';
import { sendMessage } from './send-message.ts';

/** A confirmation later than this is no longer presumed to be within their consent. */
const confirmWithinMs = 5 * 60_000;

/** An opt-out that was just obeyed, with the message that asked for it. */
export type AppliedOptOut = {
  readonly customerId: string;
  readonly caseId: string | null;
  readonly portfolioId: string | null;
  readonly contactPointId: string;
  readonly language: string | null;
  readonly channel: MessageChannel;
  readonly attemptId: string | null;
  readonly messageId: string;
  readonly receivedAt: Instant;
  /** What was closed, in the word of the refusal. */
  readonly scope: string;
};

/** Whether a request that came this way and closed this is confirmed: by electronic means only. */
export function isConfirmed(channel: MessageChannel, scope: string): boolean {
  return channel !== 'letter' && ['address', 'address-all', 'all', channel].includes(scope);
}

/**
 * Confirms an opt-out once, by the medium it came by and with nothing else in it, through the gate like
 * everything else; when it is refused, or too late for 47 CFR 64.1200(a)(12), nothing is sent and the
 * log says why. Paper is not confirmed, nor is a request that leaves this medium open.
 */
export async function confirmOptOut(app: App, obeyed: AppliedOptOut): Promise<void> {
  const { caseId, channel, scope } = obeyed;
  if (caseId === null || !isConfirmed(channel, scope)) return;
  const late = app.clock() - msOf(obeyed.receivedAt) > confirmWithinMs;
  const why = late ? 'too-late' : await send(app, obeyed, caseId);
  const { customerId, portfolioId, messageId } = obeyed;
  const at = now(app);
  const times = { occurredAt: at, receivedAt: at, recordedAt: at };
  const about = { customerId, caseId, portfolioId, userId: null };
  await app.db.transaction().execute(async (tx) => {
    const facts = { messageId, channel };
    const told =
      why === null
        ? factEvent(app, about, 'opt-out.confirmed', times, facts)
        : factEvent(app, about, 'opt-out.unconfirmed', times, { ...facts, why });
    await append(tx, [told]);
    if (why !== null || portfolioId === null) return;
    const place = { customerId, caseId, portfolioId };
    const fulfilment = { how: channel, messageId };
    await meetBy(app, tx, place, 'optout_confirmation', { by: null, fulfilment });
  });
}

/** Null when it was handed over, else a code for why not. */
async function send(app: App, obeyed: AppliedOptOut, caseId: string): Promise<string | null> {
  const { contactPointId, channel, attemptId, language } = obeyed;
  const { subject, words, lang } = confirmationIn(language);
  const told = { confirms_optout: true, optout_notice: true, mentions_debt: false } as const;
  const content = { ...ownText, ...told, identity_disclosed: true, demands_payment: false };
  try {
    const { sent } = await sendMessage(app, systemActor, {
      ...{ caseId, contactPointId, channel, words, lang, inResponseTo: attemptId },
      ...{ mode: 'automatic', purpose: 'optout_confirmation', reference: null },
      ...{ content: { ...content, other_content: false }, campaign: 'opt-out-confirmation' },
      subject: channel === 'email' ? subject : null,
    });
    return sent ? null : 'network';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
