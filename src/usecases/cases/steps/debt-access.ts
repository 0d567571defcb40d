import { seesDebt } from '#domain/workforce/debt-access.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { ownConversations } from '#storage/cases/read.ts';
import type { App } from '#usecases/app.ts';

/** Whether the actor sees the debt of this case now, asked of the database. */
export async function mayShowDebt(
  app: App,
  actor: Actor,
  at: { readonly caseId: string; readonly portfolioId: string },
): Promise<boolean> {
  const own = actor.userId ? await ownConversations(app.db, actor.userId) : [];
  return seesDebt(actor, own, at);
}
