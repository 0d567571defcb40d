import { type OverrideFactor, overrideLivesMs } from '#domain/contact/override-factors.ts';
import type { Decision } from '#domain/gate/decision.ts';
import type { Medium } from '#domain/gate/facts/channels.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { instantOf, msOf } from '#kernel/time.ts';
import { lockPeople } from '#storage/contact-log/person-links.ts';
import { append } from '#storage/event-log.ts';
import { insertOverride, liveOverride } from '#storage/gate/overrides.ts';
import type { App, Tx } from '#usecases/app.ts';
import type { Answered } from '#usecases/approvals/steps/answer-approval.ts';
import { portfolioOf } from '#usecases/portfolios/steps/portfolio-of.ts';
import { contactRefused } from './contact-permissions.ts';
import { evaluateContact, recordDecision } from './evaluate-contact.ts';
import { loadGateInputs } from './load-gate-inputs.ts';
import { contactEvent } from './reserve-contact.ts';
import type { Wanted } from './wanted-contact.ts';

/** What is to pass, and why. */
export type OverrideInput = {
  readonly caseId: string;
  readonly contactPointId: string;
  readonly channel: string;
  readonly factor: OverrideFactor;
  readonly evidence: string;
};

/**
 * Asks the gate about the contact with the factor named, under the person's lock. Throws
 * `contact-refused` when a rule stands against it that nobody may override, `conflict` when nothing
 * does, `already-done` while an override for it waits to be used.
 */
export async function askPresumed(
  app: App,
  tx: Tx,
  place: { readonly customerId: string; readonly portfolioId: string },
  input: OverrideInput,
  userId: string | null,
) {
  const { customerId } = place;
  const { caseId, contactPointId, channel, factor } = input;
  await lockPeople(tx, customerId);
  const portfolio = await portfolioOf(app, place.portfolioId, tx);
  const whose = { customerId, caseId, contactPointId, portfolio, userId };
  const wanted: Wanted = { ...whose, exceptAttempt: null, how: { channel } };
  const inputs = await loadGateInputs(app, tx, wanted);
  const evaluated = evaluateContact(app, wanted, inputs, { guarded: true, rebuttalFactor: factor });
  const rules = presumptionsIn(app, evaluated.decision);
  // A second click lets no second contact pass.
  if (await liveOverride(tx, { ...input, customerId, rules }, evaluated.at)) {
    throw new Refusal('already-done', { thing: 'override', id: caseId });
  }
  return { wanted, evaluated, rules };
}

function presumptionsIn(app: App, decision: Decision): readonly string[] {
  if (decision.permitted === true) {
    throw new Refusal('conflict', { thing: 'override', reason: 'not-needed' });
  }
  if (decision.permitted === false) throw contactRefused(app, decision);
  return decision.reasons.map(({ rule }) => rule);
}

/**
 * Lets one contact pass once, within the hour, as it was approved: the gate is asked again, and what
 * stands against the contact now must be what stood against it then. The verdict stays what it is.
 */
export async function carryOutOverride(
  app: App,
  tx: Tx,
  actor: Actor,
  { id, tenantId, about, askedBy, customerId, portfolioId }: Answered,
): Promise<void> {
  const { rules: asked, ...input } = about as OverrideInput & { readonly rules: readonly string[] };
  const { userId: grantedBy } = actor;
  assert(grantedBy && customerId && portfolioId, 'people approve, on a case');
  const place = { customerId, portfolioId };
  const { wanted, evaluated, rules } = await askPresumed(app, tx, place, input, grantedBy);
  if (rules.some((rule) => !asked.includes(rule))) {
    throw new Refusal('conflict', { thing: 'override', reason: 'other-rules' });
  }
  const decisionId = await recordDecision(app, tx, wanted, evaluated, 'ask');
  const expiresAt = instantOf(msOf(evaluated.at) + overrideLivesMs);
  const { caseId, channel, contactPointId, factor, evidence } = input;
  await insertOverride(tx, {
    ...{ id, tenantId, customerId, caseId, portfolioId, channel, contactPointId },
    ...{ rules, factor, evidence, decisionId, askedBy, grantedBy },
    ...{ grantedAt: evaluated.at, expiresAt },
  });
  // The evidence may speak of the person: the log says where it is kept.
  const facts = { overrideId: id, decisionId, rules, factor, expiresAt };
  const logged = { ...facts, channel: channel as Medium };
  await append(tx, [contactEvent(app, wanted, 'contact.override-granted', logged)]);
}
