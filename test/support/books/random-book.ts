import type { Ledger, Posting, PostingKind } from '#domain/ledger/postings.ts';
import { seeded } from '#kernel/random.ts';
import { addDays, instantOf } from '#kernel/time.ts';
import { ownedBy, type World } from '../world/fresh-world.ts';
import { firstPolicy } from './policies.ts';
import {
  addAttempt,
  addCase,
  bookDays,
  bookStart,
  type Making,
  type Own,
  pick,
  type RandomBook,
  whole,
} from './random-contacts.ts';

/** Fills the tables of a world with a random book; the same seed gives the same one. */
export async function randomBook(world: World, seed: number, customers = 25): Promise<RandomBook> {
  const random = seeded(seed);
  const portfolios = [
    { id: world.app.newId(), name: 'Cards', currency: 'USD', zone: 'America/Los_Angeles' },
    { id: world.app.newId(), name: 'Power', currency: 'EUR', zone: 'Europe/Madrid' },
  ];
  const creditorId = world.app.newId();
  const { tenantId } = world.app;
  await world.db.insertInto('creditors').values({ id: creditorId, tenantId, name: 'C' }).execute();
  for (const portfolio of portfolios) {
    const rest = { kind: 'consumer', product: 'loan', country: 'US', callerId: '+12025550100' };
    await firstPolicy(world.db, portfolio.id, instantOf(world.app.clock()));
    const collectorRole = 'original_creditor';
    await world.db
      .insertInto('portfolios')
      .values({ ...portfolio, ...rest, tenantId, creditorId, collectorRole, policyVersion: 1 })
      .execute();
  }
  const book: RandomBook = {
    portfolios,
    postings: [],
    items: [],
    attempts: [],
    conversations: [],
    promises: [],
    cases: [],
  };
  for (let i = 0; i < customers; i += 1) {
    const portfolio = portfolios[i % portfolios.length];
    if (portfolio) await addCustomer({ world, random, book, portfolio }, i);
  }
  return book;
}

async function addCustomer(making: Making, number: number): Promise<void> {
  const { world, random, portfolio } = making;
  const { db, app } = world;
  const own = ownedBy(app.newId());
  const at = instantOf(app.clock());
  await db
    .insertInto('customers')
    .values({
      id: own.customerId,
      tenantId: own.tenantId,
      reference: `R${number}`,
      kind: 'person',
      name: `=Name ${number}`,
      country: 'US',
      region: pick(random, ['North', 'South', null]),
      createdAt: at,
    })
    .execute();
  const accountIds = [app.newId(), app.newId()];
  for (const id of accountIds) {
    const product = pick(random, ['card', 'loan']);
    const { id: portfolioId, currency } = portfolio;
    await db
      .insertInto('accounts')
      .values({
        ...own,
        id,
        portfolioId,
        reference: id.slice(-8),
        product,
        currency,
        createdAt: at,
      })
      .execute();
  }
  for (let i = 0; i <= whole(random, 3); i += 1) {
    await addItem(making, own, pick(random, accountIds as [string, ...string[]]));
  }
  const caseId = await addCase(making, own);
  for (let i = 0; i < whole(random, 4); i += 1) await addAttempt(making, own, caseId, accountIds);
}

const changes: readonly [PostingKind, Ledger][] = [
  ['payment', 'cash'],
  ['allocation', 'unapplied'],
  ['credit', 'credited'],
  ['write_off', 'written-off'],
  ['move', 'moved'],
];

async function addItem({ world, random, book, portfolio }: Making, own: Own, accountId: string) {
  const { db, app } = world;
  const id = app.newId();
  const { id: portfolioId, currency } = portfolio;
  const amount = BigInt(100 + whole(random, 50_000));
  const issuedOn = addDays(bookStart, whole(random, 40));
  const base = {
    amount,
    currency,
    component: 'principal' as const,
    customerId: own.customerId,
    portfolioId,
    accountId,
    itemId: id,
    bookedOn: issuedOn,
    eventId: app.newId(),
    paymentId: null,
    reverses: null,
  };
  const postings: Posting[] = [{ ...base, kind: 'bill', debit: 'receivable', credit: 'billed' }];
  let balance = amount;
  for (let i = 0; i < whole(random, 4); i += 1) {
    const [kind, debit] = changes[whole(random, changes.length)] ?? ['payment', 'cash'];
    const part = BigInt(1 + whole(random, Number(balance)));
    const bookedOn = addDays(issuedOn, whole(random, bookDays - 40));
    if (balance === 0n) break;
    postings.push({ ...base, kind, debit, credit: 'receivable', amount: part, bookedOn });
    balance -= part;
    if (random() > 0.4) continue;
    const back = kind === 'payment' ? 'payment_reversal' : 'credit_reversal';
    const on = addDays(bookedOn, whole(random, 3));
    const mirror = { kind: back, debit: 'receivable', credit: debit, amount: part } as const;
    postings.push({ ...base, ...mirror, bookedOn: on });
    balance += part;
  }
  const dueOn = addDays(issuedOn, 5 + whole(random, 60));
  const undated = random() < 0.2;
  const enteredOn = random() < 0.5 ? addDays(dueOn, 3) : null;
  const row = { ...own, id, portfolioId, accountId, currency, dueOn, kind: 'invoice' };
  const recordedAt = instantOf(app.clock());
  await db
    .insertInto('items')
    .values({
      ...row,
      reference: id.slice(-8),
      issuedOn: undated ? null : issuedOn,
      amountMinor: amount,
      balanceMinor: balance,
      enteredCollectionOn: enteredOn,
      createdAt: recordedAt,
    })
    .execute();
  for (const posting of postings) {
    const { amount: amountMinor, customerId: _, ...rest } = posting;
    await db
      .insertInto('postings')
      .values({ ...own, ...rest, id: app.newId(), amountMinor, recordedAt })
      .execute();
  }
  book.postings.push(...postings);
  const group = portfolioId;
  book.items.push({
    ...{ itemId: id, group, portfolioId, currency, balance, dueOn, enteredOn },
    issuedOn: undated ? null : issuedOn,
  });
}
