import { cpuUsage } from 'node:process';
import { sql } from 'kysely';
import { type Match, type MatchCandidate, matchPayment } from '#domain/intake/matching.ts';
import type { BankPayment } from '#domain/intake/named-references.ts';
import { connect } from '#storage/connect.ts';
import { findCandidates } from '#storage/intake/match-candidates.ts';
import {
  caseBook,
  lookedUp,
  outcomeOf,
  type PaymentCase,
  paymentCases,
} from '#test/support/books/payment-cases.ts';
import { testDatabase } from '#test/support/run/postgres.ts';
import type { BenchResult, Figure } from './figure.ts';
import { agedBook, agedPortfolio, agedTenant } from './support/aged-book.ts';
import { sizeOf } from './support/arguments.ts';
import { type Spent, spent } from './support/backend-cpu.ts';

const precisionBudget = 99.9;
const recallBudget = 95;
const paceBudget = 500;
const rounds = 3;

type Matcher = (payment: BankPayment, book: readonly MatchCandidate[]) => Match;

/**
 * How well payments find what they are for: made payments of the kinds that banks and payers write,
 * each with its answer, beside a matcher that knows an item's number only as it is written in the book.
 */
export async function bench(): Promise<BenchResult> {
  const book = caseBook();
  const cases = paymentCases();
  const ours = measured(cases, (payment) => matchPayment(payment, lookedUp(payment, book)));
  const exact = measured(cases, (payment) => exactOnly(payment, book));
  const sure = cases.filter(({ mayWait }) => !mayWait).length;
  return {
    name: 'matching',
    setting: `${cases.length} made payments, ${sure} of them with one answer, ${book.length} items`,
    figures: [
      figure('right among those booked by themselves', ours.precision, exact.precision, {
        least: precisionBudget,
      }),
      figure('booked of those with one answer', ours.recall, exact.recall, { least: recallBudget }),
      pace(cases, book),
      await lookUp(sizeOf(100_000)),
    ],
  };
}

/** Payments of a statement that are looked up at once. */
const batch = 500;
const lookUpBudget = 2;

/** What one look-up of a batch takes of processors in a large book, beside one that reads all of it. */
async function lookUp(size: number): Promise<Figure> {
  const database = await testDatabase();
  const { db, close } = connect(database.url, { poolSize: 1 });
  try {
    await agedBook(db, size, '2026-11-18');
    const wanted = {
      ...{ tenantId: agedTenant, portfolioId: agedPortfolio },
      keys: Array.from({ length: batch * 8 }, (_, i) => `I${i * 23}`),
      amountsMinor: Array.from({ length: batch }, (_, i) => BigInt(1_000 + i * 101)),
      names: Array.from({ length: batch * 4 }, (_, i) => `customer ${i * 31}`),
    };
    const look = () => findCandidates(db, wanted);
    await look();
    const indexed = await spent(db, look);
    await sql`set enable_indexscan = off`.execute(db);
    await sql`set enable_bitmapscan = off`.execute(db);
    const scanned = await spent(db, look);
    const seconds = ({ cpuSeconds, seconds: clock }: Spent) => cpuSeconds ?? clock;
    return {
      what: `look-up of ${batch} payments among ${size} open items, by processor time`,
      unit: 's',
      measured: seconds(indexed),
      baseline: seconds(scanned),
      baselineWhat: 'the same without its indexes',
      budget: `≤ ${lookUpBudget} s`,
      met: seconds(indexed) <= lookUpBudget,
    };
  } finally {
    await close();
    await database.drop();
  }
}

function measured(cases: readonly PaymentCase[], matcher: (payment: BankPayment) => Match) {
  const outcomes = cases.map((each) => ({ each, is: outcomeOf(each, matcher(each.payment)) }));
  const booked = outcomes.filter(({ is }) => is !== 'waits');
  const right = booked.filter(({ is }) => is === 'right');
  const sure = outcomes.filter(({ each }) => !each.mayWait);
  return {
    precision: (100 * right.length) / booked.length,
    recall: (100 * sure.filter(({ is }) => is === 'right').length) / sure.length,
  };
}

/** The item whose number stands in the payment as it is written in the book. */
const exactOnly: Matcher = ({ references, texts }, book) => {
  const words = new Set([...references, ...texts.flatMap((text) => text.split(/[\s,;:+]+/))]);
  const found = book.filter(({ itemReference }) => words.has(itemReference));
  const [first] = found;
  if (first === undefined || found.some(({ accountId }) => accountId !== first.accountId)) {
    return { kind: 'unmatched', reasons: [] };
  }
  const itemIds = found.map(({ itemId }) => itemId);
  const how = 'item-references';
  return { kind: 'matched', how, accountId: first.accountId, itemIds, confidence: 1, reasons: [] };
};

function figure(
  what: string,
  value: number,
  baseline: number,
  { least }: { readonly least: number },
): Figure {
  const baselineWhat = 'the exact number alone';
  const budget = `≥ ${least} %`;
  return { what, unit: '%', measured: value, baseline, baselineWhat, budget, met: value >= least };
}

function pace(cases: readonly PaymentCase[], book: readonly MatchCandidate[]): Figure {
  const paces = Array.from({ length: rounds }, () => {
    const before = cpuUsage();
    for (const { payment } of cases) matchPayment(payment, book);
    const { user, system } = cpuUsage(before);
    return cases.length / ((user + system) / 1_000_000);
  });
  const best = Math.max(...paces);
  return {
    what: `payments matched against the whole book, by processor time, best of ${rounds} rounds`,
    unit: '/s',
    measured: best,
    ...{ baseline: null, baselineWhat: null },
    budget: `≥ ${paceBudget} /s`,
    met: best >= paceBudget,
  };
}
