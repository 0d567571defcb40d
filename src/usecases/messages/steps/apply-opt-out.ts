import { closingOf, scopeWord } from '#domain/opt-out-detection/closing.ts';
import type { OptOutRequest, WordsChannel } from '#domain/opt-out-detection/opt-out-request.ts';
import { customerActor } from '#domain/workforce/rights.ts';
import { type FactTimes, insertFact } from '#storage/contact-log/contact-facts.ts';
import { append } from '#storage/event-log.ts';
import { insertOptOutRequest, insertRefusal } from '#storage/messages/refusals.ts';
import type { App, Tx } from '#usecases/app.ts';
import { factEvent } from '#usecases/record-event.ts';

/** Whose words were read, and where they stand. */
export type Heard = {
  readonly customerId: string;
  readonly caseId: string | null;
  readonly portfolioId: string | null;
  /** Debts that a cease notice is about: those of the case. */
  readonly debts: readonly string[];
  readonly channel: WordsChannel;
  readonly contactPointId: string | null;
  readonly source: 'message' | 'note' | 'call';
  readonly sourceId: string;
  readonly conversationId: string | null;
  readonly recordedBy: string | null;
};

/** Where a cease notice says which words it was read from. */
export const evidenceOf = (refusalId: string) => `refusal:${refusalId}`;

const inWriting: readonly WordsChannel[] = ['sms', 'messaging', 'email', 'chat', 'letter'];

/**
 * Does what a wish asks, in the caller's transaction: closes the address or medium from its receipt,
 * keeps a written cease notice for the debts of the case, and puts what is unsure before a person.
 * Answers what was closed, null when the words ask for nothing or were read before. A spoken or noted wish is a request, never a notice in writing (12 CFR 1006.6(c), 1006.14(h)).
 */
export async function applyOptOut(
  app: App,
  tx: Tx,
  heard: Heard,
  wish: OptOutRequest,
  times: FactTimes,
): Promise<{ readonly refusalId: string; readonly scope: string } | null> {
  const scope = scopeWord(wish);
  if (scope === null) return null;
  const { customerId, caseId, portfolioId, recordedBy } = heard;
  const owned = { customerId, tenantId: app.tenantId };
  const refusalId = app.newId();
  const closing = wish.kind === 'opt_out' ? closingOf(scope, heard) : null;
  const preferenceId = closing ? app.newId() : null;
  const isOut = wish.kind === 'opt_out';
  const certainty = isOut ? wish.certainty : 'unsure';
  const { source, sourceId, channel, contactPointId, conversationId } = heard;
  const { matched, language } = wish;
  const kept = await insertRefusal(tx, {
    ...{ ...owned, id: refusalId, caseId, portfolioId, source, sourceId, channel, contactPointId },
    ...{ certainty, scope, matched: matched || scope, language, preferenceId },
    foundAt: times.recordedAt,
  });
  if (!kept) return null;
  if (closing && preferenceId) {
    await insertOptOutRequest(tx, {
      ...{ ...owned, ...closing, id: preferenceId, details: { refusalId, certainty } },
      ...{ givenAt: times.receivedAt, receivedAt: times.receivedAt, recordedAt: times.recordedAt },
      ...{ source, conversationId, recordedBy, withdraws: null },
    });
  }
  const ceases = wish.also.includes('cease') && inWriting.includes(channel);
  if (ceases) await keepCease(app, tx, heard, refusalId, times);
  const facts = { refusalId, source, sourceId, scope, certainty, channel, language, ceases };
  // What nobody of ours noted or keyed in, the customer wrote or said themselves.
  const by = recordedBy === null ? customerActor(customerId) : null;
  const about = { customerId, caseId, portfolioId, userId: recordedBy, by };
  await append(tx, [factEvent(app, about, 'refusal.found', times, facts)]);
  return { refusalId, scope };
}

async function keepCease(
  app: App,
  tx: Tx,
  heard: Heard,
  refusalId: string,
  times: FactTimes,
): Promise<void> {
  const { customerId, caseId, portfolioId, debts, channel, source, recordedBy } = heard;
  const details = { debts, in_writing: true, accepted_channel: true, medium: channel };
  await insertFact(tx, {
    ...{ id: app.newId(), tenantId: app.tenantId, customerId },
    ...{ ...times, caseId, portfolioId, kind: 'cease', details, recordedBy, source },
    ...{ evidenceRef: evidenceOf(refusalId), withdraws: null, transferable: true },
  });
}
