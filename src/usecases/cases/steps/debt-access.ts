import { seesDebt } from '#domain/workforce/debt-access.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { ownConversations } from '#storage/cases/own-conversations.ts';
import type { App } from '#usecases/app.ts';

/**
 * Whether the actor sees the whole debt of this case now, asked of the database: not while they talk
 * with somebody who may hear of some of its accounts only.
 */
export async function mayShowDebt(
  app: App,
  actor: Actor,
  at: { readonly caseId: string; readonly portfolioId: string },
): Promise<boolean> {
  const own = actor.userId ? await ownConversations(app.db, actor.userId) : [];
  const isPart = own.some(({ caseId, accounts }) => caseId === at.caseId && accounts !== null);
  return !isPart && seesDebt(actor, own, at);
}
