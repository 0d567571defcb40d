import { type Kysely, sql } from 'kysely';
import type { DebtType } from '#domain/debts/debt-types.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/** What the law asks of an account beside its balance. */
export type DebtTerms = {
  /** Null leaves it to the product. */
  readonly debtType: DebtType | null;
  readonly studentAccountGroup: string | null;
  /** The last day before it is time-barred; null leaves it to the law of the place. */
  readonly limitationOn: LocalDate | null;
  readonly endedAs: 'settled' | 'discharged' | null;
  /** What was lent or sold on credit at the start, in minor units. */
  readonly originatedMinor: bigint | null;
  /** The last day it was entered into, renewed, sold or assigned. */
  readonly renewedOn: LocalDate | null;
};

/** The currency of a customer's account on the portfolio; undefined where there is none of that id. */
export async function accountCurrency(
  tx: Kysely<DB>,
  of: { readonly customerId: string; readonly accountId: string; readonly portfolioId: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ currency: string }>`
    select currency from accounts where customer_id = ${of.customerId}::uuid
      and id = ${of.accountId}::uuid and portfolio_id = ${of.portfolioId}::uuid
  `.execute(tx);
  return rows[0]?.currency;
}

/** Corrects the terms of an account of the customer on the portfolio. */
export async function updateDebtTerms(
  tx: Kysely<DB>,
  of: { readonly customerId: string; readonly accountId: string; readonly portfolioId: string },
  terms: DebtTerms,
): Promise<void> {
  const { debtType, studentAccountGroup, limitationOn, endedAs } = terms;
  await sql`
    update accounts set debt_type = ${debtType}, student_account_group = ${studentAccountGroup},
      limitation_on = ${limitationOn}::date, ended_as = ${endedAs},
      originated_minor = ${terms.originatedMinor}, renewed_on = ${terms.renewedOn}::date
    where customer_id = ${of.customerId}::uuid and id = ${of.accountId}::uuid
      and portfolio_id = ${of.portfolioId}::uuid
  `.execute(tx);
}
