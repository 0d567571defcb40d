import { targetOf } from '#domain/insight/collection-target.ts';
import { pageSlice, type Slice } from '#domain/insight/slices.ts';
import { type BridgeLine, bridgeLines } from '#domain/ledger/bridge.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { plainAmount } from '#kernel/money.ts';
import { addDays, daysBetween, type LocalDate } from '#kernel/time.ts';
import {
  bridgeDays,
  type DayLines,
  debtBefore,
  debtProof,
  lineRows,
  owedRows,
} from '#storage/insight/money.ts';
import type { App } from '#usecases/app.ts';
import { policiesOf } from '#usecases/portfolios/steps/portfolio-policy.ts';
import { portfoliosInScope } from '#usecases/portfolios/steps/portfolios-in-scope.ts';
import { openRows } from './steps/open-rows.ts';

/** A period of one portfolio, or of all that the actor sees. */
export type Period = {
  readonly portfolioId?: string | undefined;
  readonly from: LocalDate;
  readonly to: LocalDate;
};

/**
 * The debt bridge of a period for each currency, day by day, with two independent sums of the whole
 * debt as proof. Same sums as `domain/ledger/bridge.ts`, made where the postings are.
 */
export async function readBridge(app: App, actor: Actor, { portfolioId, from, to }: Period) {
  const portfolios = await policiesOf(
    app,
    app.db,
    await portfoliosInScope(app, actor, 'insight.read', portfolioId),
  );
  const portfolioIds = portfolios.map(({ id }) => id);
  const [openings, days, proofs] = await Promise.all([
    debtBefore(app.db, portfolioIds, from),
    bridgeDays(app.db, { portfolioIds, from, to }),
    debtProof(app.db, portfolioIds),
  ]);
  const byCurrency = Map.groupBy(days, ({ currency }) => currency);
  const currencies = [...new Set([...portfolios, ...proofs].map(({ currency }) => currency))];
  return {
    bridges: currencies.sort().map((currency) => {
      const opening = openings.get(currency) ?? 0n;
      const booked = byCurrency.get(currency) ?? [];
      const proof = proofs.find((row) => row.currency === currency);
      const { ledger, items } = proof ?? { ledger: 0n, items: 0n };
      return {
        currency,
        ...linesOf({ currency, from, to, opening }, booked),
        proof: {
          ledger: plainAmount(ledger, currency),
          items: plainAmount(items, currency),
          difference: plainAmount(ledger - items, currency),
        },
        target: targetOf(portfolios, currency, { from, to }),
      };
    }),
  };
}

type Sums = Record<BridgeLine, bigint>;
type Start = Omit<Period, 'portfolioId'> & { readonly currency: string; readonly opening: bigint };

function linesOf({ currency, from, to, opening }: Start, booked: readonly DayLines[]) {
  const byDay = new Map(booked.map((row) => [row.day, row]));
  const all = { ...noLines };
  let before = opening;
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => {
    const day = addDays(from, i);
    const row = byDay.get(day);
    const lines: Sums = row ?? noLines;
    for (const line of bridgeLines) all[line] += lines[line];
    const closing = before + (row?.change ?? 0n);
    const wire = { day, ...wireOf(currency, before, lines, closing) };
    before = closing;
    return wire;
  });
  return { total: wireOf(currency, opening, all, before), days };
}

const noLines: Sums = { newDebt: 0n, collected: 0n, credited: 0n, writtenOff: 0n, moved: 0n };

function wireOf(currency: string, opening: bigint, lines: Sums, closing: bigint) {
  const { newDebt, collected, credited, writtenOff, moved } = lines;
  const computed = opening + newDebt - collected - credited - writtenOff - moved;
  const plain = (minor: bigint) => plainAmount(minor, currency);
  return {
    opening: plain(opening),
    newDebt: plain(newDebt),
    collected: plain(collected),
    credited: plain(credited),
    writtenOff: plain(writtenOff),
    moved: plain(moved),
    closing: plain(closing),
    difference: plain(closing - computed),
  };
}

/** A cell of the bridge to open. */
export type BridgeCell = Period & {
  readonly currency: string;
  readonly cell: BridgeLine | 'opening' | 'closing';
  readonly page: number;
};

/** The postings behind a line of the bridge; behind opening and closing, the items owed then. */
export async function openBridge(
  app: App,
  actor: Actor,
  { portfolioId, from, to, currency, cell, page }: BridgeCell,
  slice: Slice = pageSlice(page),
) {
  const portfolios = await portfoliosInScope(app, actor, 'insight.read', portfolioId);
  const portfolioIds = portfolios.map(({ id }) => id);
  const source =
    cell === 'opening' || cell === 'closing'
      ? owedRows(portfolioIds, cell === 'opening' ? addDays(from, -1) : to, currency)
      : lineRows(cell, { portfolioIds, from, to }, currency);
  return openRows(app, actor, source, slice);
}
