import type { App, Tx } from '#usecases/app.ts';
import { applyTransition } from '#usecases/cases/steps/apply-transition.ts';

/** Moves the case onto a plan that is live from now. */
export async function startPlan(
  app: App,
  tx: Tx,
  ref: { readonly customerId: string; readonly caseId: string },
  userId: string | null,
  planId: string,
  decision: { readonly by: string; readonly reason: string } | null = null,
): Promise<void> {
  await applyTransition(app, tx, ref, {
    on: 'plan-made',
    actorId: userId,
    // The reason for being late was asked before the plan was drafted.
    known: { withinAuthority: true, reasonAsked: true, decision },
    because: { planId },
  });
}
