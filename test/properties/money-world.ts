import type { OpenItem } from '#domain/cases/entry.ts';
import { addDays, type LocalDate } from '#kernel/time.ts';

type Posting = { on: LocalDate; kind: 'new' | 'collected' | 'reversed'; minor: bigint };

/** The least ledger that a random case history needs: items, payments oldest first, postings. */
export type MoneyWorld = {
  items: OpenItem[];
  payments: { paymentId: number; parts: [string, bigint][]; reversed: boolean }[];
  postings: Posting[];
};

export function newMoney(): MoneyWorld {
  return { items: [], payments: [], postings: [] };
}

export function addItem(money: MoneyWorld, minor: bigint, dueOn: LocalDate, today: LocalDate) {
  const itemId = `item-${money.items.length + 1}`;
  const issuedOn = addDays(dueOn, -30);
  const item = { itemId, issuedOn, dueOn, openMinor: minor, debtClass: 'invoice', notOwed: null };
  money.items.push(item);
  money.postings.push({ on: today, kind: 'new', minor });
}

export function owed(money: MoneyWorld): bigint {
  return money.items.reduce((sum, item) => sum + item.openMinor, 0n);
}

function change(money: MoneyWorld, itemId: string, by: bigint) {
  money.items = money.items.map((item) =>
    item.itemId === itemId ? { ...item, openMinor: item.openMinor + by } : item,
  );
}

/** Takes up to `minor` for the oldest items first; answers what was really taken. */
export function takePayment(money: MoneyWorld, minor: bigint, today: LocalDate): bigint {
  let left = minor;
  const parts: [string, bigint][] = [];
  for (const item of money.items.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))) {
    if (left === 0n || item.openMinor === 0n) continue;
    const beyond = item.openMinor - left;
    const part = beyond > 0n ? left : item.openMinor;
    change(money, item.itemId, -part);
    parts.push([item.itemId, part]);
    left -= part;
  }
  const taken = minor - left;
  if (taken === 0n) return 0n;
  money.payments.push({ paymentId: money.payments.length, parts, reversed: false });
  money.postings.push({ on: today, kind: 'collected', minor: taken });
  return taken;
}

/** Reverses the last payment that stands; answers its id, or null when there is none. */
export function reverseLast(money: MoneyWorld, today: LocalDate): number | null {
  const payment = money.payments.findLast((p) => !p.reversed);
  if (!payment) return null;
  payment.reversed = true;
  let minor = 0n;
  for (const [itemId, part] of payment.parts) {
    change(money, itemId, part);
    minor += part;
  }
  money.postings.push({ on: today, kind: 'reversed', minor });
  return payment.paymentId;
}

/** Opening + new − collected + reversed for every day with a posting must lead to what is owed. */
export function bridgeCloses(money: MoneyWorld): boolean {
  const days = [...new Set(money.postings.map((p) => p.on))].sort();
  let balance = 0n;
  for (const day of days) {
    const of = (kind: Posting['kind']) =>
      money.postings
        .filter((p) => p.on === day && p.kind === kind)
        .reduce((sum, p) => sum + p.minor, 0n);
    balance = balance + of('new') - of('collected') + of('reversed');
    if (balance < 0n) return false;
  }
  return balance === owed(money);
}
