import { plainAmount } from '#kernel/money.ts';
import type { DebtRow } from '#storage/cases/debt-row.ts';

/** The key events of a case as a desk shows them, and what its rejects cost the creditor so far. */
export function eventsView(events: DebtRow['events']) {
  const rejects = events.filter(({ isReject }) => isReject);
  const costs = new Map<string, bigint>();
  for (const { costMinor, costCurrency } of rejects) {
    if (costMinor === null || costCurrency === null) continue;
    costs.set(costCurrency, (costs.get(costCurrency) ?? 0n) + BigInt(costMinor));
  }
  return {
    events: events.map(({ isReject: _, costMinor, costCurrency, costFrom, ...event }) => ({
      ...event,
      cost:
        costMinor !== null && costCurrency !== null && costFrom !== null
          ? {
              amount: plainAmount(BigInt(costMinor), costCurrency),
              ...{ currency: costCurrency, from: costFrom },
            }
          : null,
    })),
    rejectCosts: {
      rejects: rejects.length,
      unknown: rejects.filter(({ costMinor }) => costMinor === null).length,
      costs: [...costs].map(([currency, minor]) => ({
        ...{ currency, amount: plainAmount(minor, currency) },
      })),
    },
  };
}
