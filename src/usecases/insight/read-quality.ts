import { setImmediate } from 'node:timers/promises';
import { debtTypeOf } from '#domain/debts/debt-types.ts';
import { placesOf, type Residence, unreadPlace } from '#domain/gate/places/regions.ts';
import {
  freshSince,
  type QualityKind,
  qualityKinds,
  qualityMends,
} from '#domain/insight/quality.ts';
import { pageRows, pageSlice, type Slice } from '#domain/insight/slices.ts';
import { askedReasons } from '#domain/intake/unread-values.ts';
import { type Actor, portfoliosWith } from '#domain/workforce/rights.ts';
import { plainAmount } from '#kernel/money.ts';
import { dateIn } from '#kernel/time.ts';
import {
  countQuality,
  type QualityScope,
  type QualitySource,
  qualityRows,
} from '#storage/insight/quality.ts';
import * as files from '#storage/insight/quality-files.ts';
import * as people from '#storage/insight/quality-people.ts';
import type { App } from '#usecases/app.ts';
import { policyOf } from '#usecases/portfolios/steps/portfolio-policy.ts';
import { portfoliosInScope } from '#usecases/portfolios/steps/portfolios-in-scope.ts';

/** How much of the data is missing, wrong or unmatched, by kind (M-015). */
export async function readQuality(
  app: App,
  actor: Actor,
  { portfolioId }: { readonly portfolioId?: string | undefined },
) {
  const { scope, staleDays } = await scopeOf(app, actor, portfolioId);
  const kinds: { kind: QualityKind; count: number; mend: string }[] = [];
  // One after the other: each looks at the whole book.
  for (const kind of qualityKinds) {
    const count = await countQuality(app.db, await sourceOf(app, kind, scope));
    kinds.push({ kind, count, mend: qualityMends[kind] });
  }
  const [first, another] = new Set(staleDays);
  return { kinds, staleBalanceDays: another === undefined ? (first ?? null) : null };
}

/** The rows behind one of the counts; names only with the right to read cases. */
export async function openQuality(
  app: App,
  actor: Actor,
  asked: {
    readonly portfolioId?: string | undefined;
    readonly kind: QualityKind;
    readonly page: number;
  },
  slice: Slice = pageSlice(asked.page),
) {
  const { scope } = await scopeOf(app, actor, asked.portfolioId);
  const source = await sourceOf(app, asked.kind, scope);
  const { total, rows } = await qualityRows(app.db, source, slice);
  const named = portfoliosWith(actor, 'case.read');
  return {
    rows: rows.map(({ portfolioId, targetId, minor, customerName, currency, facts, ...row }) => ({
      ...row,
      facts: textFacts(facts),
      customerName: named === 'all' || named.includes(portfolioId) ? customerName : null,
      target: targetId,
      amount: minor === null || currency === null ? null : plainAmount(minor, currency),
      currency,
    })),
    total,
    page: Math.floor(slice.offset / pageRows),
    pageRows: slice.limit,
  };
}

function textFacts(facts: Readonly<Record<string, unknown>> | null): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facts ?? {}).map(([key, value]) => [key, String(value)]),
  );
}

async function scopeOf(app: App, actor: Actor, portfolioId: string | undefined) {
  const portfolios = await portfoliosInScope(app, actor, 'quality.read', portfolioId);
  const policies = await Promise.all(portfolios.map((one) => policyOf(app, app.db, one)));
  const staleDays = policies.map(({ staleBalanceDays }) => staleBalanceDays);
  const scope: QualityScope = {
    portfolioIds: portfolios.map(({ id }) => id),
    staleBefore: portfolios.map(({ zone }, at) =>
      freshSince(dateIn(zone, app.clock()), staleDays[at] ?? 0),
    ),
  };
  return { scope, staleDays };
}

type ReadHere = 'place-unread' | 'no-debt-type';
type MakeSource = (scope: QualityScope) => QualitySource;

/** By kind, but for those of which words have to be read here. */
const sources: Readonly<Record<Exclude<QualityKind, ReadHere>, MakeSource>> = {
  'no-contact': people.withoutContact,
  'only-post': people.onlyPost,
  'bad-contact': people.badContacts,
  'contact-left-out': files.leftOutDetails,
  'entry-unmatched': files.unmatchedEntries,
  'payment-unapplied': files.unappliedPayments,
  'duplicate-customer': people.duplicates,
  'balance-stale': files.staleBalances,
  'row-refused': files.refusedRows,
  'word-unknown': (scope) => files.unknownWords(scope, askedReasons),
};

async function sourceOf(app: App, kind: QualityKind, scope: QualityScope): Promise<QualitySource> {
  switch (kind) {
    case 'place-unread':
      return people.inHomes(scope, await poorHomes(await people.homesOf(app.db, scope)));
    case 'no-debt-type': {
      const products = await people.untypedProducts(app.db, scope);
      const unknown = products.filter((product) => debtTypeOf(product) === null);
      return people.withoutDebtType(scope, unknown);
    }
    default:
      return sources[kind](scope);
  }
}

/** Homes read before others get a turn. */
const homesAtOnce = 500;

/** The homes of which no place can be read, or several. */
async function poorHomes(homes: readonly Residence[]): Promise<readonly people.PoorHome[]> {
  const poor: people.PoorHome[] = [];
  for (const [at, home] of homes.entries()) {
    if (at % homesAtOnce === homesAtOnce - 1) await setImmediate();
    if (unreadPlace(home) !== null) poor.push({ home, why: 'place-unread' });
    else if (placesOf(home).length > 1) poor.push({ home, why: 'place-contradicts' });
  }
  return poor;
}
