import { type Actor, portfoliosWith } from '#domain/workforce/rights.ts';
import { plainAmount } from '#kernel/money.ts';
import { Refusal } from '#kernel/refusal.ts';
import { customersAwaited } from '#storage/approvals/approvals.ts';
import { customersAPage, customersInHand, moneyOf } from '#storage/ledger/in-hand.ts';
import { openItems } from '#storage/ledger/ledger.ts';
import { portfolioById } from '#storage/portfolios/portfolio-rows.ts';
import { type App, allow } from '#usecases/app.ts';

/** Customers with money in hand on the portfolios of the actor; plain decimals. */
export async function listMoney(app: App, actor: Actor, _input: Record<never, never>) {
  allow(actor, 'payment.read');
  const rows = await customersInHand(app.db, app.tenantId, portfoliosWith(actor, 'payment.read'));
  const awaited = await customersAwaited(app.db, app.tenantId, ['allocation', 'refund']);
  return {
    more: rows.length === customersAPage,
    customers: rows.map(({ inHandMinor, owedMinor, disputedMinor, ...row }) => ({
      ...row,
      inHand: plainAmount(inHandMinor, row.currency),
      owed: plainAmount(owedMinor, row.currency),
      disputed: plainAmount(disputedMinor, row.currency),
      waits: awaited.has(`${row.portfolioId} ${row.customerId}`),
    })),
  };
}

/** What waits of which payments and credit notes of one customer, and what they owe. */
export async function readMoney(
  app: App,
  actor: Actor,
  { portfolioId, customerId }: { readonly portfolioId: string; readonly customerId: string },
) {
  allow(actor, 'payment.read', portfolioId);
  const portfolio = await portfolioById(app.db, app.tenantId, portfolioId);
  if (!portfolio) throw new Refusal('not-found', { thing: 'portfolio', id: portfolioId });
  const { currency } = portfolio;
  const money = await moneyOf(app.db, portfolioId, customerId);
  const items = await openItems(app.db, portfolioId, [customerId]);
  return {
    currency,
    sources: money.map(({ of, sourceId, day, reference, accountReference, amountMinor }) => ({
      ...{ id: sourceId, of, day, reference, accountReference },
      amount: plainAmount(amountMinor, currency),
    })),
    items: items.map(({ itemId, reference, dueOn, owed, disputedMinor }) => ({
      ...{ id: itemId, reference, dueOn },
      balance: plainAmount(
        Object.values(owed).reduce((sum, part) => sum + part, 0n),
        currency,
      ),
      disputed: plainAmount(disputedMinor, currency),
    })),
  };
}
