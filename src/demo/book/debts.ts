import { charged, credited, type Posting, paid } from '#domain/ledger/postings.ts';
import { lesser } from '#kernel/money.ts';
import { type Instant, instantOf, type LocalDate } from '#kernel/time.ts';
import type { CardTable } from '../people/card-table.ts';
import { addReference, type Debtor } from '../people/people.ts';
import { type Book, clockAt, daysFrom, type ExamplePortfolio, owned } from './book.ts';
import { cardDrafts, energyDrafts, tradeDrafts } from './item-drafts.ts';
import type { DebtPlan, ItemDraft } from './item-plan.ts';

export type ItemRow = Book['rows']['items'][number] & {
  id: string;
  balanceMinor: bigint;
  dueOn: LocalDate;
};

/** An account of the example with its items, oldest first, and its payment method. */
export type Account = {
  readonly accountId: string;
  readonly openedOn: LocalDate;
  readonly items: readonly ItemRow[];
  readonly method: Book['rows']['paymentMethods'][number];
};

/** When the bank's file of a day is read: before anybody works. */
const bankTime = '05:00';

/** Makes the account of a debtor with items, their bills, and what was paid on them before. */
export function makeAccount(
  book: Book,
  portfolio: ExamplePortfolio,
  debtor: Debtor,
  cards: CardTable,
  plan: DebtPlan,
): Account {
  const accountId = book.newId();
  const drafts = draftsFor(book, portfolio, cards, plan).filter(
    ({ issuedOn }) => issuedOn <= plan.today,
  );
  const { customerId } = debtor;
  const reference = `${debtor.reference}-1`;
  const openedOn = daysFrom(plan.today, -400 - Math.floor(book.random() * 2_000));
  book.rows.accounts.push({
    ...owned(book, customerId),
    id: accountId,
    portfolioId: portfolio.id,
    reference,
    product: portfolio.product,
    ...{ debtType: null, studentAccountGroup: null, limitationOn: null, endedAs: null },
    currency: portfolio.currency,
    openedOn,
    createdAt: book.nowAt,
  });
  addReference(book, portfolio.id, 'account', reference, customerId, accountId);
  const items = drafts.map((draft, i) =>
    makeItem(book, portfolio, debtor, accountId, draft, `${reference}-${i + 1}`),
  );
  return { accountId, openedOn, items, method: makeMethod(book, portfolio, debtor, accountId) };
}

function draftsFor(
  book: Book,
  portfolio: ExamplePortfolio,
  cards: CardTable,
  plan: DebtPlan,
): ItemDraft[] {
  const { graceDays } = portfolio.rules.entry;
  if (portfolio.line === 'card') return cardDrafts(book.random, cards, plan, graceDays);
  const draw = portfolio.line === 'energy' ? energyDrafts : tradeDrafts;
  return draw(book.random, plan, graceDays);
}

function makeItem(
  book: Book,
  portfolio: ExamplePortfolio,
  { customerId }: Debtor,
  accountId: string,
  draft: ItemDraft,
  reference: string,
): ItemRow {
  const id = book.newId();
  const { amount, paidOn, ...dated } = draft;
  const item: ItemRow = {
    ...owned(book, customerId),
    id,
    portfolioId: portfolio.id,
    accountId,
    caseId: null,
    reference,
    ...dated,
    currency: portfolio.currency,
    amountMinor: amount,
    balanceMinor: amount,
    disputedMinor: 0n,
    deliveredOn: draft.issuedOn,
    enteredCollectionOn: null,
    leftCollectionOn: null,
    createdAt: book.nowAt,
  };
  book.rows.items.push(item);
  addReference(book, portfolio.id, 'item', reference, customerId, id);
  const share = { accountId, itemId: id, component: 'principal', amount } as const;
  const booking = bookingOf(book, portfolio, customerId, draft.issuedOn);
  writePostings(book, charged(booking, [share]), bankAt(book, portfolio, draft.issuedOn));
  if (book.random() < creditShare) addCredit(book, portfolio, item);
  if (paidOn) {
    const debt = { customerId, accountId, items: [item] };
    payIn(book, portfolio, debt, item.balanceMinor, paidOn, 'import');
  }
  return item;
}

/** Items of which a part was credited, and how many days after they were issued. */
const creditShare = 0.03;
const creditAfterDays = 5;

/** A credit note over a tenth of an item. */
function addCredit(book: Book, portfolio: ExamplePortfolio, item: ItemRow): void {
  const on = daysFrom(item.issuedOn ?? item.dueOn, creditAfterDays);
  if (instantOf(book.nowMs - 86_400_000) < on) return;
  const { customerId, accountId, id: itemId, currency } = item;
  const amount = item.balanceMinor / 10n;
  item.balanceMinor -= amount;
  const id = book.newId();
  const reference = `CN-${item.reference}`;
  const share = { accountId, itemId, component: 'principal', amount } as const;
  const booking = bookingOf(book, portfolio, customerId, on);
  const recordedAt = bankAt(book, portfolio, on);
  writePostings(book, credited(booking, [share]), recordedAt);
  addReference(book, portfolio.id, 'credit', reference, customerId, id);
  book.rows.creditNotes.push({
    ...owned(book, customerId),
    id,
    portfolioId: portfolio.id,
    accountId,
    itemId,
    reference,
    amountMinor: amount,
    currency,
    issuedOn: on,
    reason: 'goodwill',
    recordedAt,
  });
}

function bookingOf(book: Book, portfolio: ExamplePortfolio, customerId: string, on: LocalDate) {
  const { id: portfolioId, currency } = portfolio;
  return { customerId, portfolioId, currency, bookedOn: on, eventId: book.newId() };
}

/** The instant at which the bank's file of a day is read in the portfolio's zone. */
export function bankAt(book: Book, { zone }: ExamplePortfolio, on: LocalDate): Instant {
  return instantOf(clockAt(book, zone, on, bankTime));
}

/** Writes postings of the domain as rows. */
export function writePostings(book: Book, postings: readonly Posting[], at: Instant): void {
  for (const { amount, itemId, ...posting } of postings) {
    book.rows.postings.push({
      ...posting,
      ...owned(book, posting.customerId),
      id: book.newId(),
      itemId,
      amountMinor: amount,
      recordedAt: at,
    });
  }
}

/** A payment as booked. */
export type Paid = {
  readonly id: string;
  readonly minor: bigint;
  readonly on: LocalDate;
  readonly at: Instant;
};

/** Books a payment on items, the oldest first; what is too much waits unapplied. */
export function payIn(
  book: Book,
  portfolio: ExamplePortfolio,
  debt: { customerId: string; accountId: string; items: readonly ItemRow[] },
  minor: bigint,
  on: LocalDate,
  source: string,
  more: { readonly at?: Instant; readonly userId?: string; readonly conversationId?: string } = {},
): Paid {
  const { customerId, accountId } = debt;
  const at = more.at ?? bankAt(book, portfolio, on);
  const id = book.newId();
  let left = minor;
  const shares = debt.items.flatMap((item) => {
    const amount = lesser(left, item.balanceMinor);
    if (amount <= 0n) return [];
    left -= amount;
    item.balanceMinor -= amount;
    return [{ accountId, itemId: item.id, component: 'principal' as const, amount }];
  });
  book.rows.payments.push({
    ...owned(book, customerId),
    id,
    portfolioId: portfolio.id,
    accountId,
    amountMinor: minor,
    currency: portfolio.currency,
    receivedOn: on,
    source,
    reference: `P${id.slice(-8)}`,
    bankEntryId: null,
    userId: more.userId ?? null,
    conversationId: more.conversationId ?? null,
    recordedAt: at,
  });
  const booking = bookingOf(book, portfolio, customerId, on);
  writePostings(book, paid(booking, { paymentId: id, accountId, unapplied: left }, shares), at);
  return { id, minor, on, at };
}

function makeMethod(
  book: Book,
  { line }: ExamplePortfolio,
  { customerId, payDay }: Debtor,
  accountId: string,
): Account['method'] {
  const kind = line === 'energy' ? 'mandate' : line === 'card' ? 'card' : 'none';
  const method = {
    ...owned(book, customerId),
    id: book.newId(),
    accountId,
    kind,
    state: 'valid',
    masked: kind === 'none' ? null : `•••• ${1_000 + Math.floor(book.random() * 9_000)}`,
    expiresOn: kind === 'card' ? daysFrom(book.nowAt.slice(0, 10), 60 + payDay * 30) : null,
    rejects: 0,
    chargingDay: kind === 'none' ? null : payDay,
    createdAt: book.nowAt,
  };
  book.rows.paymentMethods.push(method);
  return method;
}
