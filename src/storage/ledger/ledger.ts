import { type Kysely, sql } from 'kysely';
import type { OpenItem } from '#domain/ledger/allocation.ts';
import type { Component, Ledger, Posting, PostingKind } from '#domain/ledger/postings.ts';
import type { Payer } from '#domain/parties/payers.ts';
import type { Instant, LocalDate } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';
import { lockInOrder } from '#storage/whose.ts';

type ItemRow = {
  readonly customerId: string;
  readonly itemId: string;
  readonly reference: string;
  readonly accountId: string;
  readonly currency: string;
  readonly dueOn: LocalDate;
  readonly disputedMinor: bigint;
  readonly planned?: boolean;
  readonly owed: Readonly<Partial<Record<Component, string>>>;
};

/** An open item with its customer and the disputed amount. */
export type OwedItem = Omit<OpenItem, 'disputed'> & {
  readonly customerId: string;
  readonly reference: string;
  readonly disputedMinor: bigint;
};

/** Takes the locks under which money moves: the customers, in the order of their ids. */
export async function lockCustomers(tx: Kysely<DB>, ids: readonly string[]): Promise<void> {
  await lockInOrder(ids, async (id) => {
    await sql`select 1 from customers where id = ${id}::uuid for no key update`.execute(tx);
  });
}

/** The open items of customers in a portfolio, with what is owed by component. */
export async function openItems(
  tx: Kysely<DB>,
  portfolioId: string,
  customerIds: readonly string[],
): Promise<readonly OwedItem[]> {
  const { rows } = await sql<ItemRow>`
    select i.customer_id, i.id as item_id, i.reference, i.account_id, i.currency, i.due_on,
      i.disputed_minor, p.owed,
      exists (select from plans l where l.customer_id = i.customer_id
        and l.customer_id = any(${[...customerIds]}::uuid[])
        and l.state in ('active', 'late') and i.id = any(l.item_ids)) as planned
    from items i
    join (
      select item_id, jsonb_object_agg(component, owed::text) as owed from (
        select item_id, component, sum(case when debit = 'receivable' then amount_minor
          else -amount_minor end) as owed
        from postings
        where customer_id = any(${[...customerIds]}::uuid[]) and item_id is not null
          and (debit = 'receivable' or credit = 'receivable')
        group by item_id, component
      ) c group by item_id
    ) p on p.item_id = i.id
    where i.customer_id = any(${[...customerIds]}::uuid[])
      and i.portfolio_id = ${portfolioId}::uuid and i.balance_minor > 0
    order by i.customer_id, i.due_on, i.id
  `.execute(tx);
  return rows.map(({ owed, ...row }) => ({ ...row, owed: componentsOf(owed) }));
}

function componentsOf(owed: ItemRow['owed']): OwedItem['owed'] {
  return {
    principal: BigInt(owed.principal ?? 0),
    interest: BigInt(owed.interest ?? 0),
    fee: BigInt(owed.fee ?? 0),
    cost: BigInt(owed.cost ?? 0),
  };
}

/**
 * An item that was written off, wholly or in part: `owed` is what of that is not recovered yet, and
 * `caseId` the case that was written off, which the item may have left since for another.
 */
export type WrittenOffItem = OwedItem & { readonly caseId: string };

/** The written-off items of customers in a portfolio, with what of each is not recovered. */
export async function writtenOffItems(
  tx: Kysely<DB>,
  portfolioId: string,
  customerIds: readonly string[],
): Promise<readonly WrittenOffItem[]> {
  const { rows } = await sql<ItemRow & { caseId: string }>`
    select i.customer_id, i.id as item_id, i.reference, i.account_id, coalesce(c.id, i.case_id) as case_id,
      i.currency, i.due_on, 0::bigint as disputed_minor, p.owed
    from (
      select k.customer_id, k.item_id, min(k.lost_at) as lost_at,
        jsonb_object_agg(k.component, k.owed::text) as owed
      from (
        select customer_id, item_id, component, min(recorded_at) as lost_at,
          sum(case when debit = 'written-off' then amount_minor else -amount_minor end) as owed
        from postings
        where customer_id = any(${[...customerIds]}::uuid[])
          and portfolio_id = ${portfolioId}::uuid and 'written-off' in (debit, credit)
        group by customer_id, item_id, component
      ) k
      where k.owed > 0
      group by k.customer_id, k.item_id
    ) p
    join items i on i.customer_id = p.customer_id and i.id = p.item_id
    left join lateral (
      select c.id from cases c
      where c.customer_id = i.customer_id and c.portfolio_id = ${portfolioId}::uuid
        and c.state = 'written-off'
      order by c.id = i.case_id desc, abs(extract(epoch from c.closed_at - p.lost_at)) limit 1
    ) c on true
    where i.customer_id = any(${[...customerIds]}::uuid[])
    order by i.customer_id, i.due_on, i.id
  `.execute(tx);
  return rows.map(({ owed, ...row }) => ({ ...row, owed: componentsOf(owed) }));
}

/** A posting with the columns that come from where it is written. */
export type KeptPosting = Posting & {
  readonly id: string;
  readonly tenantId: string;
  readonly recordedAt: Instant;
  readonly importId: string | null;
};

/** Postings written by one statement. */
const rowsAtOnce = 10_000;

/**
 * Writes postings and moves the stored balances of their items by the same amounts, so that a
 * balance is always the sum of its postings. An item paid off leaves collection that day.
 */
export async function writePostings(
  tx: Kysely<DB>,
  postings: readonly KeptPosting[],
  today: LocalDate,
): Promise<void> {
  for (let i = 0; i < postings.length; i += rowsAtOnce) {
    await sql`
      with given as materialized (
        select * from jsonb_to_recordset(${textOf(postings.slice(i, i + rowsAtOnce))}::jsonb)
          as x("customerId" uuid, id uuid, "tenantId" uuid, "portfolioId" uuid,
            "accountId" uuid, "itemId" uuid, "eventId" uuid, kind text, debit text, credit text,
            component text, amount bigint, currency text, "bookedOn" date,
            "recordedAt" timestamptz, "importId" uuid, "paymentId" uuid, reverses uuid)
      ), kept as (
        insert into postings (customer_id, id, tenant_id, portfolio_id, account_id,
          item_id, event_id, kind, debit, credit, component, amount_minor, currency, booked_on,
          recorded_at, import_id, payment_id, reverses)
        select "customerId", id, "tenantId", "portfolioId", "accountId", "itemId",
          "eventId", kind, debit, credit, component, amount, currency, "bookedOn", "recordedAt",
          "importId", "paymentId", reverses from given
      ), effects as (
        select "customerId" as customer_id, "itemId" as item_id,
          sum(case when debit = 'receivable' then amount else -amount end)::bigint as effect
        from given
        where "itemId" is not null and (debit = 'receivable' or credit = 'receivable')
        group by 1, 2
        having sum(case when debit = 'receivable' then amount else -amount end) <> 0
      )
      update items i set balance_minor = i.balance_minor + e.effect,
        disputed_minor = least(i.disputed_minor, i.balance_minor + e.effect),
        left_collection_on = case when i.balance_minor + e.effect = 0
          and i.entered_collection_on is not null then ${today}::date end
      from effects e where i.customer_id = e.customer_id and i.id = e.item_id
    `.execute(tx);
  }
}

/** A payment as it is kept. */
export type KeptPayment = {
  readonly customerId: string;
  readonly id: string;
  readonly tenantId: string;
  readonly portfolioId: string;
  readonly accountId: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly receivedOn: LocalDate;
  readonly source: string;
  readonly payer: Payer;
  readonly reference: string | null;
  readonly bankEntryId: string | null;
  readonly userId: string | null;
  readonly conversationId: string | null;
  readonly recordedAt: Instant;
  readonly importId: string | null;
};

/** Writes payments, set-based. */
export async function writePayments(
  tx: Kysely<DB>,
  payments: readonly KeptPayment[],
): Promise<void> {
  for (let i = 0; i < payments.length; i += rowsAtOnce) {
    await sql`
      insert into payments (customer_id, id, tenant_id, portfolio_id, account_id,
        amount_minor, currency, received_on, source, payer, reference, bank_entry_id, user_id,
        conversation_id, recorded_at, import_id)
      select "customerId", id, "tenantId", "portfolioId", "accountId", "amountMinor",
        currency, "receivedOn", source, payer, reference, "bankEntryId", "userId", "conversationId",
        "recordedAt", "importId"
      from jsonb_to_recordset(${textOf(payments.slice(i, i + rowsAtOnce))}::jsonb)
        as x("customerId" uuid, id uuid, "tenantId" uuid, "portfolioId" uuid,
          "accountId" uuid, "amountMinor" bigint, currency text, "receivedOn" date, source text,
          payer text, reference text, "bankEntryId" uuid, "userId" uuid, "conversationId" uuid,
          "recordedAt" timestamptz, "importId" uuid)
    `.execute(tx);
  }
}

/** A reference of the client that leads to one thing of ours. */
export type ClaimedReference = {
  readonly reference: string;
  readonly customerId: string;
  readonly targetId: string;
};

/**
 * Claims references of one kind for their targets; answers those claimed now. The others were
 * claimed before, so whatever they name is already in the books.
 */
export async function claimReferences(
  tx: Kysely<DB>,
  place: { readonly tenantId: string; readonly portfolioId: string },
  kind: 'payment' | 'credit',
  claims: readonly ClaimedReference[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ reference: string }>`
    insert into client_references (tenant_id, portfolio_id, kind, reference, customer_id, target_id)
    select ${place.tenantId}::uuid, ${place.portfolioId}::uuid, ${kind}, x.reference,
      x."customerId", x."targetId"
    from jsonb_to_recordset(${textOf(claims)}::jsonb)
      as x(reference text, "customerId" uuid, "targetId" uuid)
    order by x.reference
    on conflict do nothing
    returning reference
  `.execute(tx);
  return new Set(rows.map(({ reference }) => reference));
}

/** The target of a claimed reference, or undefined. */
export async function targetOf(
  db: Kysely<DB>,
  place: { readonly tenantId: string; readonly portfolioId: string },
  kind: 'customer' | 'account' | 'item' | 'payment' | 'credit',
  reference: string,
): Promise<{ readonly customerId: string; readonly targetId: string } | undefined> {
  return db
    .selectFrom('clientReferences')
    .select(['customerId', 'targetId'])
    .where('tenantId', '=', place.tenantId)
    .where('portfolioId', '=', place.portfolioId)
    .where('kind', '=', kind)
    .where('reference', '=', reference)
    .executeTakeFirst();
}

/** All postings of a customer, oldest first, in the words of the domain. */
export async function postingsOf(tx: Kysely<DB>, customerId: string): Promise<readonly Posting[]> {
  const rows = await tx
    .selectFrom('postings')
    .selectAll()
    .where('customerId', '=', customerId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    kind: row.kind as PostingKind,
    debit: row.debit as Ledger,
    credit: row.credit as Ledger,
    amount: row.amountMinor,
    currency: row.currency,
    component: row.component as Component,
    customerId: row.customerId,
    portfolioId: row.portfolioId,
    accountId: row.accountId,
    itemId: row.itemId,
    bookedOn: row.bookedOn,
    eventId: row.eventId,
    paymentId: row.paymentId,
    reverses: row.reverses,
  }));
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'bigint' ? part.toString() : part,
  );
}
