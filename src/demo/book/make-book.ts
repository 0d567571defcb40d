import { dateIn, instantOf, type LocalDate } from '#kernel/time.ts';
import { type CardTable, readCardTable } from '../people/card-table.ts';
import { type Debtor, makeDebtor, numberGiver } from '../people/people.ts';
import { addShifts, shiftDays } from '../play/agent-shifts.ts';
import { callTimes } from '../play/call-times.ts';
import { eventRow, openPlay } from '../play/open-play.ts';
import type { CallPerson, Play } from '../play/play.ts';
import { caller } from '../play/play-calls.ts';
import { playCase } from '../play/play-days.ts';
import { addStatement } from './bank-statement.ts';
import { type Book, between, daysFrom, type ExamplePortfolio } from './book.ts';
import { emptyRows } from './book-rows.ts';
import { writeCase } from './case-rows.ts';
import { type Account, makeAccount, payIn } from './debts.ts';

/** Shares of customers who are up to date, who fell overdue today, and whose method ended today. */
const shares = { current: 0.2, fresh: 0.03, event: 0.01 };

/** Days before today on which a debt entered collection: most are young. */
const entryDays = [
  { share: 0.6, from: 2, to: 20 },
  { share: 0.28, from: 21, to: 55 },
  { share: 0.12, from: 56, to: 150 },
] as const;

/** What all customers of a portfolio are made with. */
type Making = {
  readonly book: Book;
  readonly portfolio: ExamplePortfolio;
  readonly cards: CardTable;
  readonly call: CallPerson;
  readonly today: LocalDate;
};

/** Customers made at a time before the writer gets a turn, and before a part is handed over. */
const customersATurn = 20;
const customersAPart = 600;

/** A part of the book, whole in itself: customers with everything that hangs on them. */
export type BookPart = Pick<Book, 'rows' | 'log' | 'decisions'>;

/**
 * Makes the book in parts: customers with accounts, and for most of them a case with its past. It
 * pauses often, so that one part is written to the database while the next is made.
 */
export async function* makeBook(
  book: Book,
  portfolios: readonly ExamplePortfolio[],
): AsyncGenerator<BookPart> {
  const numbers = numberGiver();
  const cards = readCardTable();
  const call = caller(callTimes(book));
  for (const portfolio of portfolios) {
    const today = dateIn(portfolio.zone, book.nowMs);
    const making = { book, portfolio, cards, call, today };
    for (let i = 0; i < portfolio.customers; i += 1) {
      makeCustomer(making, makeDebtor(book, portfolio, numbers, i));
      if (i % customersATurn === 0) await new Promise(setImmediate);
      if (i % customersAPart === customersAPart - 1) yield handOver(book);
    }
    if (portfolio.line === 'energy') addStatement(book, portfolio);
    yield handOver(book);
  }
  addShifts(book);
  yield handOver(book);
}

function handOver(book: Book): BookPart {
  const { rows, log, decisions } = book;
  const since = instantOf(book.nowMs - shiftDays * 86_400_000);
  book.recentCalls.push(...rows.conversations.filter(({ beganAt }) => beganAt >= since));
  book.rows = emptyRows();
  book.log = [];
  book.decisions = [];
  return { rows, log, decisions };
}

function makeCustomer(making: Making, debtor: Debtor): void {
  const { book, portfolio, cards, today } = making;
  const draw = book.random();
  const { graceDays } = portfolio.rules.entry;
  if (draw < shares.current) {
    makeAccount(book, portfolio, debtor, cards, { enteredOn: null, today });
    return;
  }
  if (draw < shares.current + shares.event && portfolio.line !== 'trade') {
    const account = makeAccount(book, portfolio, debtor, cards, { enteredOn: null, today });
    eventRow(book, portfolio, debtor, account, today, book.nowAt, null);
    return;
  }
  const isFresh = draw > 1 - shares.fresh;
  const enteredOn = isFresh ? today : daysFrom(today, -drawEntry(book));
  const account = makeAccount(book, portfolio, debtor, cards, { enteredOn, today });
  if (isFresh) return;
  const play = openPlay(book, portfolio, debtor, account, enteredOn);
  const yesterday = daysFrom(today, -1);
  playCase(play, daysFrom(enteredOn, 1), yesterday, making.call);
  if (play.closedAt !== null || play.state === 'watch') {
    settleLater(making, play, account, graceDays);
  }
  writeCase(play, yesterday);
}

function drawEntry({ random }: Book): number {
  let draw = random();
  for (const { share, from, to } of entryDays) {
    if (draw < share) return between(random, from, to);
    draw -= share;
  }
  return entryDays[0].from;
}

/** Who is up to date again pays what falls due afterwards. */
function settleLater(
  { book, portfolio, today }: Making,
  play: Play,
  account: Account,
  grace: number,
) {
  const { customerId } = play.debtor;
  const over = play.closedAt ?? play.stateSince;
  for (const item of account.items) {
    if (item.balanceMinor <= 0n || item.dueOn >= daysFrom(today, -grace)) continue;
    const after = dateIn(portfolio.zone, Date.parse(over) + 86_400_000);
    const [, on = after] = [daysFrom(today, -1), item.dueOn, after].sort();
    const debt = { customerId, accountId: account.accountId, items: [item] };
    payIn(book, portfolio, debt, item.balanceMinor, on, 'bank-transfer');
  }
}
