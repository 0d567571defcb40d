import type { Circumstance } from '#domain/cases/holds.ts';
import { freeAdviceIn } from '#domain/strategy/free-advice.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { assert } from '#kernel/refusal.ts';
import type { LocalDate } from '#kernel/time.ts';
import { countryOf, markVulnerable } from '#storage/calls/people.ts';
import { otherAtPoint } from '#storage/cases/accounts-heard.ts';
import { insertParty } from '#storage/cases/parties.ts';
import { type App, now } from '#usecases/app.ts';
import { placeHold } from '#usecases/cases/steps/place-hold.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { inConversation } from './steps/in-conversation.ts';

/** Kinds that another person than the customer may tell us of. */
const fromAnybody: ReadonlySet<Circumstance> = new Set(['deceased', 'identity', 'complaint']);

/** Stands where somebody's circumstances would, when they did not agree to have them kept. */
const notRecorded = '-';

/**
 * Pauses pressure because of what the person told: a hold with a review date and a task. What makes
 * somebody vulnerable is kept only when they agree to it (UK GDPR art. 9(2)(a)); the pause is not
 * tied to that. What somebody else says pauses too; the customer is not marked by it, for only they
 * agree for themselves.
 */
export function reportCircumstances(
  app: App,
  actor: Actor,
  input: {
    readonly conversationId: string;
    readonly kind: Circumstance;
    readonly words: string;
    readonly consentToRecord: boolean;
    readonly reviewOn: LocalDate | null;
  },
) {
  const { kind } = input;
  const needs = { stage: 'open', verified: !fromAnybody.has(kind) } as const;
  return inConversation(app, actor, input.conversationId, needs, async (tx, conversation) => {
    assert(actor.userId, 'only people report');
    const saidBy = await otherAtPoint(tx, conversation);
    const consentToRecord = input.consentToRecord && saidBy === null;
    const keeps = kind !== 'vulnerable' || consentToRecord;
    if (kind === 'vulnerable' && consentToRecord)
      await markVulnerable(tx, conversation.customerId, true);
    const placed = await placeHold(app, tx, conversation, actor.userId, {
      kind,
      words: keeps ? input.words : notRecorded,
      reviewOn: input.reviewOn,
      details: { consentToRecord, saidBy },
      conversationId: conversation.id,
      as: 'hardship',
    });
    const advised = kind === 'hardship' || kind === 'vulnerable';
    const country = advised ? await countryOf(tx, conversation.customerId) : null;
    const none = { name: null, phone: null, web: null };
    return { ...placed, advice: country === null ? null : (freeAdviceIn(country) ?? none) };
  });
}

/**
 * The person has an attorney or adviser for this debt: from now on one talks to them (15 U.S.C.
 * §1692c(a)(2)).
 */
export async function reportRepresented(
  app: App,
  actor: Actor,
  input: { readonly conversationId: string; readonly name: string; readonly reach: string },
) {
  const { conversationId } = input;
  await inConversation(app, actor, conversationId, { stage: 'open' }, async (tx, conversation) => {
    assert(actor.userId, 'only people report');
    const partyId = app.newId();
    await insertParty(tx, {
      id: partyId,
      customerId: conversation.customerId,
      tenantId: app.tenantId,
      role: 'attorney',
      relation: null,
      accountId: null,
      name: input.name,
      note: input.reach,
      source: 'conversation',
      createdAt: now(app),
      recordedBy: actor.userId,
    });
    await logOnCase(app, tx, conversation, actor.userId, 'party.represented', {
      partyId,
      conversationId,
    });
    await placeHold(app, tx, conversation, actor.userId, {
      kind: 'represented',
      words: input.name,
      details: { partyId },
      conversationId,
      as: 'represented',
    });
  });
  return { done: true as const };
}
