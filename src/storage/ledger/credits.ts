import { type Kysely, sql } from 'kysely';
import type { Instant, LocalDate } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/** A credit note as it is kept. */
export type KeptCredit = {
  readonly customerId: string;
  readonly id: string;
  readonly tenantId: string;
  readonly portfolioId: string;
  readonly accountId: string;
  readonly itemId: string;
  readonly reference: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly issuedOn: LocalDate;
  readonly reason: string;
  readonly recordedAt: Instant;
  readonly importId: string | null;
};

/** Writes credit notes, set-based. */
export async function writeCredits(tx: Kysely<DB>, notes: readonly KeptCredit[]): Promise<void> {
  if (notes.length === 0) return;
  const text = JSON.stringify(notes, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  await sql`
    insert into credit_notes (customer_id, id, tenant_id, portfolio_id, account_id, item_id,
      reference, amount_minor, currency, issued_on, reason, recorded_at, import_id)
    select "customerId", id, "tenantId", "portfolioId", "accountId", "itemId", reference,
      "amountMinor", currency, "issuedOn", reason, "recordedAt", "importId"
    from jsonb_to_recordset(${text}::jsonb) as x("customerId" uuid, id uuid, "tenantId" uuid,
      "portfolioId" uuid, "accountId" uuid, "itemId" uuid, reference text,
      "amountMinor" bigint, currency text, "issuedOn" date, reason text,
      "recordedAt" timestamptz, "importId" uuid)
  `.execute(tx);
}
