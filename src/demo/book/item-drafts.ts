import type { Random } from '#kernel/random.ts';
import { addMonths, type LocalDate } from '#kernel/time.ts';
import type { CardTable } from '../people/card-table.ts';
import { between, dayNear, daysFrom } from './book.ts';
import type { DebtPlan, ItemDraft } from './item-plan.ts';

/** Months before the debt entered collection that the example knows of, at most. */
const monthsBefore = 1;

/** The due day of the oldest debt: the day after its grace it is overdue. */
function oldestDue(enteredOn: LocalDate, graceDays: number): LocalDate {
  return daysFrom(enteredOn, -graceDays - 1);
}

/** Monthly due days from some months before to the first one that is not due yet. */
function monthly(first: LocalDate, before: number, today: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let i = -before; i < 24; i += 1) {
    const day = addMonths(first, i);
    days.push(day);
    if (day > today) break;
  }
  return days;
}

/** A day on which a good payer paid: near the due day, never later than yesterday. */
function goodDay(random: Random, dueOn: LocalDate, today: LocalDate): LocalDate | null {
  const day = dayNear(random, dueOn, -3, 2);
  return day < today ? day : null;
}

/** Least amount asked for on a card in a month, in cents. */
const leastMinimum = 2_500;

/** Monthly minimum payments of a card: as many missed at entry as the drawn account is late. */
export function cardDrafts(
  random: Random,
  cards: CardTable,
  { enteredOn, today }: DebtPlan,
  graceDays: number,
): ItemDraft[] {
  const card = cards(random, enteredOn !== null);
  const missed = enteredOn === null ? 0 : Math.max(0, card.monthsLate - 1);
  const newest = enteredOn ? oldestDue(enteredOn, graceDays) : dayNear(random, today, -28, -1);
  const first = addMonths(newest, -missed);
  return monthly(first, between(random, 0, monthsBefore), today).map((dueOn, i): ItemDraft => {
    const bill = card.bills[i % card.bills.length] ?? 0;
    const cents = Math.round(card.limit * Math.max(bill, 150) * 0.1 * (0.07 + random() * 0.03));
    const owedBefore = enteredOn === null || dueOn < first;
    return {
      kind: 'instalment',
      issuedOn: daysFrom(dueOn, -25),
      dueOn,
      amount: BigInt(Math.max(leastMinimum, cents)),
      paidOn: owedBefore ? goodDay(random, dueOn, today) : null,
      deliveredHow: 'email',
    };
  });
}

/** Monthly bills collected by direct debit. */
export function energyDrafts(
  random: Random,
  { enteredOn, today }: DebtPlan,
  graceDays: number,
): ItemDraft[] {
  const first = enteredOn ? oldestDue(enteredOn, graceDays) : dayNear(random, today, -28, -1);
  const usual = between(random, 5_500, 24_000);
  return monthly(first, between(random, 0, monthsBefore), today).map((dueOn): ItemDraft => {
    const owedBefore = enteredOn === null || dueOn < first;
    return {
      kind: 'invoice',
      issuedOn: daysFrom(dueOn, -14),
      dueOn,
      amount: BigInt(usual + between(random, -900, 900)),
      paidOn: owedBefore ? goodDay(random, dueOn, today) : null,
      deliveredHow: 'post',
    };
  });
}

/** Invoices of a supplier, thirty days net, at uneven distances. */
export function tradeDrafts(
  random: Random,
  { enteredOn, today }: DebtPlan,
  graceDays: number,
): ItemDraft[] {
  const first = enteredOn ? oldestDue(enteredOn, graceDays) : dayNear(random, today, -25, -1);
  const size = between(random, 4_000, 60_000);
  const drafts: ItemDraft[] = [];
  let dueOn = dayNear(random, first, -34, -24);
  for (let count = 0; count < 40 && dueOn <= daysFrom(today, 24); count += 1) {
    const isNext = dueOn < first && daysFrom(dueOn, 34) >= first;
    const owedBefore = enteredOn === null || dueOn < first;
    drafts.push({
      kind: 'invoice',
      issuedOn: daysFrom(dueOn, -30),
      dueOn,
      amount: BigInt(size * 100 + between(random, -80_000, 300_000)),
      paidOn: owedBefore ? goodDay(random, dueOn, today) : null,
      deliveredHow: 'email',
    });
    dueOn = isNext ? first : dayNear(random, dueOn, 21, 34);
  }
  return drafts;
}
