import { type OverrideFactor, overrideLivesMs } from '#domain/contact/override-factors.ts';
import type { Medium } from '#domain/gate/facts/channels.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { instantOf, msOf } from '#kernel/time.ts';
import { caseRefOf } from '#storage/cases/read-file.ts';
import { lockPeople } from '#storage/contact-log/person-links.ts';
import { append } from '#storage/event-log.ts';
import { insertOverride, liveOverride } from '#storage/gate/overrides.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow } from '#usecases/app.ts';
import { portfolioOf } from '#usecases/portfolios/steps/portfolio-of.ts';
import { contactRefused } from './steps/contact-permissions.ts';
import { evaluateContact, recordDecision } from './steps/evaluate-contact.ts';
import { failingClosed } from './steps/gate-alarm.ts';
import { loadGateInputs } from './steps/load-gate-inputs.ts';
import { contactEvent } from './steps/reserve-contact.ts';
import type { Wanted } from './steps/wanted-contact.ts';

/** What a supervisor lets pass, and why. */
export type OverrideInput = {
  readonly caseId: string;
  readonly contactPointId: string;
  readonly channel: string;
  readonly factor: OverrideFactor;
  readonly evidence: string;
};

/**
 * Lets one contact pass once, within the hour, that nothing but presumptions stand against: a named
 * factor with what shows it, kept for good. The verdict stays what it is. Throws `contact-refused`
 * when a rule stands against it that nobody may override, `conflict` when nothing does,
 * `already-done` while one for the same contact waits to be used.
 */
export async function grantOverride(app: App, actor: Actor, input: OverrideInput) {
  const { caseId, contactPointId, channel } = input;
  const grantedBy = actor.userId;
  assert(grantedBy, 'only people answer for an override');
  const ref = await caseRefOf(app.db, caseId);
  if (!ref) throw new Refusal('not-found', { thing: 'case', id: caseId });
  allow(actor, 'contact.override', ref.portfolioId);
  const { customerId } = ref;
  const portfolio = await portfolioOf(app, ref.portfolioId);
  const place = { customerId, caseId, contactPointId, portfolio, userId: grantedBy };
  const wanted: Wanted = { ...place, exceptAttempt: null, how: { channel } };
  const options = { guarded: true, rebuttalFactor: input.factor };
  return failingClosed(app, wanted, () =>
    inRetriedTransaction(app.db, async (tx) => {
      await lockPeople(tx, customerId);
      const inputs = await loadGateInputs(app, tx, wanted);
      const evaluated = evaluateContact(app, wanted, inputs, options);
      const { decision, at } = evaluated;
      if (decision.permitted === true) {
        throw new Refusal('conflict', { thing: 'override', reason: 'not-needed' });
      }
      if (decision.permitted === false) throw contactRefused(app, decision);
      const rules = decision.reasons.map(({ rule }) => rule);
      const asked = { customerId, caseId, contactPointId, channel, rules };
      // A second click lets no second contact pass.
      if (await liveOverride(tx, asked, at)) {
        throw new Refusal('already-done', { thing: 'override', id: caseId });
      }
      const decisionId = await recordDecision(app, tx, wanted, evaluated, 'ask');
      const overrideId = app.newId();
      const expiresAt = instantOf(msOf(at) + overrideLivesMs);
      await insertOverride(tx, {
        ...{ id: overrideId, tenantId: app.tenantId },
        ...{ customerId, caseId, portfolioId: portfolio.id, channel, contactPointId },
        ...{ rules, factor: input.factor, evidence: input.evidence, decisionId },
        ...{ grantedBy, grantedAt: at, expiresAt },
      });
      // The evidence may speak of the person: the log says where it is kept.
      const facts = { overrideId, decisionId, rules, factor: input.factor, expiresAt };
      await append(tx, [
        contactEvent(app, wanted, 'contact.override-granted', {
          ...facts,
          channel: channel as Medium,
        }),
      ]);
      return { overrideId, rules, expiresAt };
    }),
  );
}
