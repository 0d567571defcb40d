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
};

/** Whether a customer has such an account on the portfolio. */
export async function isAccountOn(
  tx: Kysely<DB>,
  of: { readonly customerId: string; readonly accountId: string; readonly portfolioId: string },
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from accounts where customer_id = ${of.customerId}::uuid
      and id = ${of.accountId}::uuid and portfolio_id = ${of.portfolioId}::uuid
  `.execute(tx);
  return rows.length === 1;
}

/** Corrects the terms of an account; false when the customer has none of that id on the portfolio. */
export async function updateDebtTerms(
  tx: Kysely<DB>,
  of: { readonly customerId: string; readonly accountId: string; readonly portfolioId: string },
  { debtType, studentAccountGroup, limitationOn, endedAs }: DebtTerms,
): Promise<boolean> {
  const { rows } = await sql`
    update accounts set debt_type = ${debtType}, student_account_group = ${studentAccountGroup},
      limitation_on = ${limitationOn}::date, ended_as = ${endedAs}
    where customer_id = ${of.customerId}::uuid and id = ${of.accountId}::uuid
      and portfolio_id = ${of.portfolioId}::uuid
    returning 1
  `.execute(tx);
  return rows.length === 1;
}
