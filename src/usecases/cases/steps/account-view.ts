import { debtTypeOf } from '#domain/debts/debt-types.ts';
import { isTimeBarred, limitationAcross } from '#domain/debts/limitation.ts';
import { placesOf } from '#domain/gate/places/regions.ts';
import { plainAmount } from '#kernel/money.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { DebtRow } from '#storage/cases/debt-row.ts';
import type { CaseViewRow } from '#storage/cases/read.ts';
import type { App } from '#usecases/app.ts';

/** An account as a desk shows it: what the law asks of it, and what its creditor told. */
export function accountView(
  app: App,
  { defaultOn, payments, currency, ...told }: DebtRow['accounts'][number],
  head: CaseViewRow,
  on: LocalDate,
) {
  const { originatedMinor, chargedOffMinor, interestMinor, feesMinor, ...account } = told;
  const { limitationOn } = account;
  const plain = (minor: string | null) => minor && plainAmount(BigInt(minor), currency);
  const facts = { limitationOn, defaultOn, payments };
  const limitation = limitationAcross(placesOf(head), facts, app.gate.law.limitation);
  return {
    ...account,
    countsAs: account.debtType ?? debtTypeOf(account.product),
    originalAmount: plain(originatedMinor),
    chargedOffAmount: plain(chargedOffMinor),
    interest: plain(interestMinor),
    fees: plain(feesMinor),
    // A day that is in doubt is not shown as if it were known.
    limitation:
      limitation?.lastDay === limitation?.openUntil
        ? limitation && {
            lastDay: limitation.openUntil,
            isBarred: isTimeBarred(limitation, on) === true,
            citation: limitation.period?.citation ?? null,
          }
        : null,
  };
}
