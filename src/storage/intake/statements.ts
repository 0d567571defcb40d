import { type Kysely, sql } from 'kysely';
import type { LocalDate } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/** Keeps the head of a statement; the same one of the same import once. Answers its id. */
export async function keepStatement(
  db: Kysely<DB>,
  statement: {
    readonly id: string;
    readonly tenantId: string;
    readonly portfolioId: string;
    readonly importId: string;
    readonly position: number;
    readonly format: string;
    readonly reference: string | null;
    readonly iban: string | null;
  },
): Promise<string> {
  const { id } = await db
    .insertInto('statements')
    .values(statement)
    .onConflict((on) =>
      on.columns(['importId', 'position']).doUpdateSet({ format: statement.format }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Adds a balance to a statement: opening or closing, with its currency and day. */
export async function keepBalance(
  db: Kysely<DB>,
  statementId: string,
  kind: 'opening' | 'closing',
  balance: {
    readonly amountMinor: bigint;
    readonly currency: string;
    readonly on: LocalDate | null;
  },
): Promise<void> {
  const amount = balance.amountMinor.toString();
  await (kind === 'opening'
    ? sql`update statements set opening_minor = ${amount}::bigint, currency = ${balance.currency},
        from_on = ${balance.on}::date where id = ${statementId}::uuid`
    : sql`update statements set closing_minor = ${amount}::bigint, currency = ${balance.currency},
        to_on = ${balance.on}::date where id = ${statementId}::uuid`
  ).execute(db);
}
