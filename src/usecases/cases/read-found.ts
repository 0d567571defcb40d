import { maskedReference } from '#domain/contact/masks.ts';
import { seesDebt } from '#domain/workforce/debt-access.ts';
import { type Actor, portfoliosWith } from '#domain/workforce/rights.ts';
import { ownConversations } from '#storage/cases/own-conversations.ts';
import { casesFound, foundLimit } from '#storage/cases/read.ts';
import { allPortfolios } from '#storage/portfolios/portfolio-rows.ts';
import type { App } from '#usecases/app.ts';

/** Cases by the beginning of the customer's name or by an exact reference. */
export async function findCases(app: App, actor: Actor, { text }: { text: string }) {
  const mine = portfoliosWith(actor, 'case.read');
  const ids =
    mine === 'all' ? (await allPortfolios(app.db, app.tenantId)).map(({ id }) => id) : mine;
  const own = actor.userId ? await ownConversations(app.db, actor.userId) : [];
  const found = await casesFound(app.db, app.tenantId, ids, text);
  return {
    more: found.length > foundLimit,
    cases: found.slice(0, foundLimit).map(({ portfolioId, ...one }) => ({
      ...one,
      customerReference: seesDebt(actor, own, { caseId: one.caseId, portfolioId })
        ? one.customerReference
        : maskedReference(one.customerReference),
    })),
  };
}
