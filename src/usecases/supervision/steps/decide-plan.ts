import { mayApprove } from '#domain/agreements/authority.ts';
import { excessOf } from '#domain/agreements/plan.ts';
import { moreThanOwed } from '#domain/ledger/typed-amounts.ts';
import { type Actor, roleOn } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { decidePlan, endAgreements, planTerms } from '#storage/agreements/agreements.ts';
import { lockRequest } from '#storage/supervision/floor.ts';
import { isSilenced, negotiableMinor } from '#usecases/agreements/steps/negotiation.ts';
import { startPlan } from '#usecases/agreements/steps/start-plan.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import type { Answered } from '#usecases/approvals/steps/answer-approval.ts';
import { openCaseFile } from '#usecases/cases/steps/case-file.ts';
import { planNext } from '#usecases/cases/steps/plan-next.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { endRequest } from './end-request.ts';

/**
 * Makes a plan live that was approved, or tells the case that it was not, and ends the request that
 * waits on the floor. Throws `authority-exceeded` for what is beyond the approver too, `amount-mismatch`
 * when less is owed by now, `conflict` when money may not be asked for any more.
 */
export async function decidePlanAsked(
  app: App,
  tx: Tx,
  actor: Actor,
  { about, answer, state, customerId, caseId, portfolioId }: Answered,
): Promise<void> {
  const { planId, requestId } = about as { readonly planId: string; readonly requestId: string };
  const reason = answer.reason ?? '';
  const approved = state === 'approved';
  const request = await lockRequest(tx, requestId);
  if (request && request.closedAt === null) {
    await endRequest(app, tx, actor, request, reason || state, approved);
  }
  const ref = { customerId: customerId ?? '', caseId: caseId ?? '' };
  const place = { ...ref, portfolio: { id: portfolioId ?? '' } };
  if (approved) await expectFits(app, tx, actor, place, planId);
  if (approved) await endAgreements(tx, place, now(app));
  const by = actor.userId;
  if (!(await decidePlan(tx, place.customerId, planId, { approved, at: now(app) }))) {
    throw new Refusal('already-done', { thing: 'plan', id: planId });
  }
  await logOnCase(app, tx, place, by, approved ? 'plan.approved' : 'plan.refused', { planId });
  if (approved) {
    await startPlan(app, tx, place, by, planId, { by: by ?? actor.kind, reason });
    return;
  }
  const file = await openCaseFile(app, tx, place);
  await planNext(app, tx, file, {
    actorId: by,
    // The customer waits for the answer: somebody tells them and offers something else.
    agreed: { action: 'call', at: now(app), why: { code: 'plan-refused', facts: {} } },
  });
}

/** Whether the plan is within the approver's own authority, and still covers no more than is owed. */
async function expectFits(
  app: App,
  tx: Tx,
  actor: Actor,
  place: {
    readonly customerId: string;
    readonly caseId: string;
    readonly portfolio: { id: string };
  },
  planId: string,
): Promise<void> {
  const file = await openCaseFile(app, tx, place);
  const { agreements } = file.policy;
  const role = roleOn(actor, place.portfolio.id);
  if (!mayApprove(agreements, role)) throw new Refusal('not-allowed', { right: 'plan.approve' });
  const terms = await planTerms(tx, place.customerId, planId);
  if (!terms) throw new Refusal('not-found', { thing: 'plan', id: planId });
  const beyond = excessOf(terms.instalments, { today: file.today }, agreements.authority[role]);
  if (beyond.length > 0) {
    const asked = `${terms.instalments.length}`;
    throw new Refusal('authority-exceeded', { limit: beyond.join(' '), asked });
  }
  if (isSilenced(file)) throw new Refusal('conflict', { thing: 'case', reason: 'on-hold' });
  const owed = negotiableMinor(file, null);
  if (terms.totalMinor > owed) throw moreThanOwed(owed, terms.totalMinor, file.row.currency);
}
