import { closingsOf, scopeWord, tellsMore } from '#domain/opt-out-detection/closing.ts';
import type { OptOutRequest, WordsChannel } from '#domain/opt-out-detection/opt-out-request.ts';
import { customerActor } from '#domain/workforce/rights.ts';
import type { FactTimes } from '#storage/contact-log/contact-facts.ts';
import { append } from '#storage/event-log.ts';
import { insertOptOutRequest, insertRefusal } from '#storage/messages/refusals.ts';
import type { App, Tx } from '#usecases/app.ts';
import { wisherBeside } from '#usecases/gate/steps/own-wish.ts';
import { factEvent } from '#usecases/record-event.ts';
import { keepClaim } from './keep-claim.ts';
import { takeDanger } from './take-danger.ts';

/** Whose words were read, and where they were written or said. */
export type OptOutSource = {
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

const inWriting: readonly WordsChannel[] = ['sms', 'messaging', 'email', 'chat', 'letter'];

/**
 * Applies what a message asks, in the caller's transaction: closes the address or medium from its
 * receipt, keeps a written cease notice for the debts of the case, and the claim that the customer
 * died or is in danger for the person; what is unsure is queued for review. Returns what was closed, null when the
 * words ask for nothing or were read before. What was said or noted is a request, never a notice in
 * writing (12 CFR 1006.6(c), 1006.14(h)).
 */
export async function applyOptOut(
  app: App,
  tx: Tx,
  from: OptOutSource,
  request: OptOutRequest,
  times: FactTimes,
): Promise<{ readonly refusalId: string; readonly scope: string } | null> {
  const scope = scopeWord(request);
  if (scope === null) return null;
  const { customerId, caseId, portfolioId, recordedBy } = from;
  const owned = { customerId, tenantId: app.tenantId };
  const refusalId = app.newId();
  const isOwn = (await wisherBeside(app, tx, from)) !== null;
  const asked = closingsOf(scope, from);
  // Whoever does not act for the customer closes only the address they wrote or spoke from.
  const isWide = isOwn && asked.some(({ kind }) => kind === 'opt_out_medium');
  const closings = (isWide ? closingsOf('address-all', from) : asked).map((closing) => ({
    ...{ closing, id: app.newId() },
  }));
  const preferenceId = closings[0]?.id ?? null;
  const isOut = request.kind === 'opt_out';
  const certainty = isOut && !tellsMore(request) ? request.certainty : 'unsure';
  const { source, sourceId, channel, contactPointId, conversationId } = from;
  const { matched, language } = request;
  const kept = await insertRefusal(tx, {
    ...{ ...owned, id: refusalId, caseId, portfolioId, source, sourceId, channel, contactPointId },
    ...{ certainty, scope, matched: matched || scope, language, preferenceId },
    foundAt: times.recordedAt,
  });
  if (!kept) return null;
  for (const { closing, id } of closings) {
    await insertOptOutRequest(tx, {
      ...{ ...owned, ...closing, id, details: { refusalId, certainty } },
      ...{ givenAt: times.receivedAt, receivedAt: times.receivedAt, recordedAt: times.recordedAt },
      ...{ source, conversationId, recordedBy, withdraws: null },
    });
  }
  const ceases = !isOwn && request.also.includes('cease') && inWriting.includes(channel);
  if (ceases) {
    const { debts } = from;
    const notice = { debts, in_writing: true, accepted_channel: true, medium: channel };
    await keepClaim(app, tx, from, { kind: 'cease', details: notice, debts, refusalId }, times);
  }
  if (request.also.includes('deceased')) {
    const death = { kind: 'deceased', details: {}, debts: null, refusalId } as const;
    await keepClaim(app, tx, from, death, times);
  }
  if (request.also.includes('danger')) await takeDanger(app, tx, from, refusalId, times);
  const facts = { refusalId, source, sourceId, scope, certainty, channel, language, ceases };
  // What nobody of ours noted or keyed in, the customer wrote or said themselves.
  const by = recordedBy === null ? customerActor(customerId) : null;
  const about = { customerId, caseId, portfolioId, userId: recordedBy, by };
  await append(tx, [factEvent(app, about, 'refusal.found', times, facts)]);
  return { refusalId, scope };
}
