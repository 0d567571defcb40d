import { sql } from 'kysely';
import { instantOf, type LocalDate } from '#kernel/time.ts';
import type { Db } from '#usecases/app.ts';
import { ownedBy } from '../world/fresh-world.ts';
import type { BookPlace, MadeCustomer, SmallBook } from './small-book.ts';

/** An account with open items as an import leaves it: billed in the ledger, not in collection yet. */
export type MadeAccount = {
  readonly customerId: string;
  readonly accountId: string;
  readonly accountReference: string;
  readonly itemIds: readonly string[];
};

/** One item: due day and amount in minor units. */
export type DueItem = { readonly dueOn: LocalDate; readonly amountMinor: bigint };

/** Adds an account of a new or known customer with items that no case knows yet. */
export async function addAccount(
  { app, db }: BookPlace,
  book: SmallBook,
  items: readonly DueItem[],
  customer?: Pick<MadeCustomer, 'customerId'>,
): Promise<MadeAccount> {
  const { customerId } = customer ?? (await book.addCustomer());
  const accountId = app.newId();
  const at = instantOf(app.clock());
  const { id: portfolioId, product, currency } = book.portfolio;
  const accountReference = `A-${accountId.slice(-6)}`;
  const common = { ...ownedBy(customerId), portfolioId };
  await db
    .insertInto('accounts')
    .values({
      ...common,
      id: accountId,
      reference: accountReference,
      product,
      currency,
      createdAt: at,
    })
    .execute();
  const itemIds: string[] = [];
  for (const { dueOn, amountMinor } of items) {
    const id = app.newId();
    itemIds.push(id);
    const reference = `I-${id.slice(-6)}`;
    await db
      .insertInto('items')
      .values({
        ...common,
        id,
        accountId,
        reference,
        kind: 'invoice',
        dueOn,
        currency,
        amountMinor,
        balanceMinor: amountMinor,
        createdAt: at,
      })
      .execute();
    await db
      .insertInto('postings')
      .values({
        ...common,
        id: app.newId(),
        accountId,
        itemId: id,
        eventId: app.newId(),
        kind: 'bill',
        debit: 'receivable',
        credit: 'billed',
        amountMinor,
        currency,
        bookedOn: dueOn,
        recordedAt: at,
      })
      .execute();
    await refer(db, { ...common, kind: 'item', reference, targetId: id });
  }
  await refer(db, { ...common, kind: 'account', reference: accountReference, targetId: accountId });
  return { customerId, accountId, accountReference, itemIds };
}

async function refer(
  db: Db,
  row: {
    tenantId: string;
    portfolioId: string;
    customerId: string;
    kind: string;
    reference: string;
    targetId: string;
  },
): Promise<void> {
  const { tenantId, portfolioId, customerId, kind, reference, targetId } = row;
  await db
    .insertInto('clientReferences')
    .values({ tenantId, portfolioId, customerId, kind, reference, targetId })
    .execute();
}

/** What must be true of the books at any moment; each list is empty when it is. */
export async function booksAreSound(db: Db) {
  const items = await sql`
    select i.id, i.balance_minor, coalesce(p.owed, 0) as owed from items i left join (
      select item_id, sum(case when debit = 'receivable' then amount_minor
        when credit = 'receivable' then -amount_minor else 0 end)::bigint as owed
      from postings where item_id is not null group by item_id
    ) p on p.item_id = i.id
    where i.balance_minor <> coalesce(p.owed, 0)`.execute(db);
  const clocks = await sql`
    select id, state from cases where closed_at is null
      and (next_action is null or next_action_at is null) and hold_review_on is null`.execute(db);
  const doubled = await sql`
    select portfolio_id, reference from payments where reference is not null
    group by portfolio_id, reference having count(*) > 1`.execute(db);
  const cash = await sql`
    select y.id from payments y join (
      select payment_id, sum(case when debit = 'cash' then amount_minor
        when credit = 'cash' then -amount_minor else 0 end)::bigint as cash
      from postings where payment_id is not null group by payment_id
    ) p on p.payment_id = y.id
    where p.cash <> case when y.reversed_at is null then y.amount_minor else 0 end`.execute(db);
  const rows = [items.rows, clocks.rows, doubled.rows, cash.rows];
  return { items: rows[0], clocks: rows[1], doubled: rows[2], cash: rows[3] };
}

/** As `booksAreSound` answers when nothing is wrong. */
export const sound = { items: [], clocks: [], doubled: [], cash: [] };
