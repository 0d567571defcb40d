import { plainAmount } from '#kernel/money.ts';

/** A key event with what it cost, in minor units as digits. */
type CostedEvent = {
  /** It is a payment that was refused or came back. */
  readonly isReject: boolean;
  readonly costMinor: string | null;
  readonly costCurrency: string | null;
  readonly costFrom: 'bank' | 'policy' | null;
};

/** The key events of a case with the cost of each, and what its rejects cost the creditor so far. */
export function costsSoFar<Event extends CostedEvent>(events: readonly Event[]) {
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
