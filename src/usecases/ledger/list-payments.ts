import { type Actor, portfoliosWith } from '#domain/workforce/rights.ts';
import { plainAmount } from '#kernel/money.ts';
import type { Instant } from '#kernel/time.ts';
import { listedPayments, paymentsAPage } from '#storage/ledger/payments.ts';
import { type App, allow } from '#usecases/app.ts';

/** A page of payments on the portfolios the actor may see, newest first; plain decimals. */
export async function listPayments(
  app: App,
  actor: Actor,
  wanted: {
    readonly portfolioId: string | null;
    readonly customerId: string | null;
    readonly before: Instant | null;
    readonly onlyUnapplied: boolean;
  },
) {
  allow(actor, 'payment.read', wanted.portfolioId ?? undefined);
  const { portfolioId, ...filter } = wanted;
  const rows = await listedPayments(app.db, {
    ...filter,
    tenantId: app.tenantId,
    portfolioIds: portfolioId ? [portfolioId] : portfoliosWith(actor, 'payment.read'),
  });
  return {
    more: rows.length === paymentsAPage,
    payments: rows.map(({ amountMinor, unappliedMinor, ...row }) => ({
      ...row,
      amount: plainAmount(amountMinor, row.currency),
      unapplied: plainAmount(unappliedMinor, row.currency),
    })),
  };
}
