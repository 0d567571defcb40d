import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { caseRefOf } from '#storage/cases/read-file.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow } from '#usecases/app.ts';
import { askApproval } from '#usecases/approvals/steps/ask-approval.ts';
import { askPresumed, type OverrideInput } from './steps/carry-out-override.ts';
import { failingClosed } from './steps/gate-alarm.ts';

/**
 * Asks that one contact passes once that nothing but presumptions stand against: a named factor with
 * what shows it, kept for good. Nothing passes until a second person approves it within the hour.
 * Throws `contact-refused` when a rule stands against it that nobody may override, `conflict` when
 * nothing does or the same waits, `already-done` while one for the same contact waits to be used.
 */
export async function askOverride(app: App, actor: Actor, input: OverrideInput) {
  const { caseId, contactPointId, channel, evidence: reason } = input;
  const ref = await caseRefOf(app.db, caseId);
  if (!ref) throw new Refusal('not-found', { thing: 'case', id: caseId });
  allow(actor, 'contact.override', ref.portfolioId);
  const { customerId, portfolioId } = ref;
  return failingClosed(app, { caseId, portfolio: null }, () =>
    inRetriedTransaction(app.db, async (tx) => {
      const { rules } = await askPresumed(app, tx, ref, input, actor.userId);
      const approvalId = await askApproval(app, tx, actor, {
        ...{ kind: 'override', subject: `override:${caseId}:${contactPointId}:${channel}` },
        ...{ portfolioId, customerId, caseId, about: { ...input, rules }, reason },
      });
      return { approvalId, rules: [...rules] };
    }),
  );
}
