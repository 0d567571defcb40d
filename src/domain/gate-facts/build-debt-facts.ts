import { debtTypeOf } from '#domain/debts/debt-types.ts';
import { isTimeBarred, limitationAcross } from '#domain/debts/limitation.ts';
import type { Debt } from '#domain/gate/facts/facts.ts';
import type { PlaceLaw } from '#domain/gate/place-law.ts';
import { placesOf } from '#domain/gate/places/regions.ts';
import { plainAmount } from '#kernel/money.ts';
import { daysBetween, type LocalDate } from '#kernel/time.ts';
import type { GateRows } from './gate-rows.ts';

type DebtRow = GateRows['debts'][number];

/** A debt in the words of the gate, as it stands on a day. */
export function debtFacts(rows: GateRows, debt: DebtRow, today: LocalDate, law: PlaceLaw): Debt {
  const type = debt.debtType ?? debtTypeOf(debt.product);
  return {
    id: debt.id,
    type,
    creditor: debt.creditor,
    days_past_due: debt.oldestDueOn ? daysBetween(debt.oldestDueOn, today) : 0,
    status: debt.endedAs ?? (debt.balance > 0 ? null : 'paid'),
    ...(debt.studentAccountGroup ? { student_account_group: debt.studentAccountGroup } : {}),
    ...(debt.openedOn ? { incurred_at: `${debt.openedOn}T00:00:00Z` } : {}),
    ...(debt.renewedOn ? { renewed_on: debt.renewedOn } : {}),
    ...(debt.originatedMinor === null
      ? {}
      : {
          original_amount: Number(plainAmount(BigInt(debt.originatedMinor), debt.currency)),
          currency: debt.currency,
        }),
    ...(isConsumers(rows, debt, type) ? {} : { consumer_purpose: false }),
    ...barred(rows, debt, today, law),
  };
}

/** Whether a debt may be a consumer's; it is one unless a company or a business owes it. */
function isConsumers(rows: GateRows, { portfolioId }: DebtRow, type: string | null): boolean {
  const portfolio = rows.collectors.find((each) => each.portfolioId === portfolioId);
  return rows.customer.kind === 'person' && portfolio?.kind !== 'business' && type !== 'business';
}

function barred(
  rows: GateRows,
  debt: DebtRow,
  today: LocalDate,
  law: PlaceLaw,
): Pick<Debt, 'time_barred'> {
  if (debt.balance <= 0) return {};
  const { limitationOn, defaultOn, payments } = debt;
  const facts = { limitationOn, defaultOn, payments };
  const limitation = limitationAcross(placesOf(rows.customer), facts, law.limitation);
  const isBarred = isTimeBarred(limitation, today);
  return isBarred === false ? {} : { time_barred: isBarred };
}
