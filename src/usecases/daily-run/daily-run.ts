import { lastExpiryAsked } from '#domain/key-events/card-expiry.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { Day, Happened } from '#storage/cases/case-profiles.ts';
import { planForReading } from '#storage/cases/look-at-cases.ts';
import { newlyClaimed } from '#storage/contact-log/standing-claims.ts';
import {
  attachEvents,
  attachItems,
  endOfBatch,
  lockRun,
  type RunProgress,
  saveRun,
  typicalOverdue,
} from '#storage/daily-run/daily-run.ts';
import { expireCards, noteExpiringCards } from '#storage/daily-run/expiring-cards.ts';
import { refreshAndOpen } from '#storage/daily-run/open-cases.ts';
import { markUndelivered } from '#storage/daily-run/undelivered.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import type { Scope } from '#storage/set-writes.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { countRejects } from '#usecases/cases/steps/count-rejects.ts';
import { holdAsOnRecord } from '#usecases/cases/steps/fact-holds.ts';
import { judgeAgreements } from '#usecases/cases/steps/judge-agreements.ts';
import { carryLeftOut } from '#usecases/cases/steps/left-out-holds.ts';
import { moveCases } from '#usecases/cases/steps/move-cases.ts';
import { rankCases } from '#usecases/cases/steps/rank-cases.ts';
import { assertClockIsRight } from '#usecases/clock-watch.ts';
import { matchWaiting } from '#usecases/intake/steps/match-waiting.ts';
import { applyWaiting } from '#usecases/ledger/steps/apply-waiting.ts';
import { type Place, placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';

/** Accounts worked through in one transaction: short locks, and little to do again after a crash. */
const accountsAtOnce = 75_000;

/** What a day's run did, by name: opened, refreshed, moved, touched, tasks, ranked, judged. */
export type RunCounts = Readonly<Record<string, number>>;

/**
 * The daily run of one portfolio for one local day: finds overdue debt, opens and closes cases,
 * judges agreements, takes due steps, opens tasks and ranks the calls. Done in stretches of
 * customers, each one transaction under the lock of the day's row: it goes on where it stopped after
 * a crash, several processes may run it at once, and a second run of the day changes nothing.
 * Answers null when the day was done before. Throws `clock-in-doubt` before any stretch that would be
 * worked by a doubtful clock.
 */
export async function dailyRun(
  app: App,
  portfolioId: string,
  onDate: LocalDate,
  accounts: number = accountsAtOnce,
): Promise<RunCounts | null> {
  const place = await placeOf(app, app.db, portfolioId);
  let counts: RunCounts | null = null;
  for (;;) {
    await assertClockIsRight(app);
    const done = await inRetriedTransaction(app.db, (tx) =>
      runBatch(app, tx, place, onDate, accounts),
    );
    if (done === null) return counts;
    counts = done.counts;
    if (done.isLast) return counts;
  }
}

async function runBatch(
  app: App,
  tx: Tx,
  place: Place,
  onDate: LocalDate,
  accounts: number,
): Promise<{ readonly counts: RunCounts; readonly isLast: boolean } | null> {
  const portfolioId = place.portfolio.id;
  const progress = await lockRun(tx, app.tenantId, portfolioId, onDate, now(app));
  if (progress === null) return null;
  if (progress.after === null) await matchWaiting(app, tx, place.portfolio);
  await planForReading(tx);
  const day = place.day(onDate);
  const typicalMinor =
    progress.typicalMinor ??
    (await typicalOverdue(tx, portfolioId, day, place.entry.graceDays)).toString();
  const end = await endOfBatch(tx, portfolioId, progress.after, accounts);
  if (end === null) {
    await saveRun(tx, portfolioId, onDate, { ...progress, typicalMinor }, now(app));
    return { counts: progress.counts, isLast: true };
  }
  const { upTo, isLast } = end;
  const scope: Scope = { kind: 'batch', portfolioId, after: progress.after, upTo };
  const done = await workBatch(app, tx, place, scope, day, BigInt(typicalMinor));
  const counts = added(progress.counts, done);
  const next: RunProgress = { after: upTo, typicalMinor, counts };
  await saveRun(tx, portfolioId, onDate, next, isLast ? now(app) : null);
  return { counts, isLast };
}

async function workBatch(
  app: App,
  tx: Tx,
  place: Place,
  scope: Scope,
  day: Day,
  typicalMinor: bigint,
): Promise<RunCounts> {
  const { entry, policy } = place;
  const signed = { at: now(app), seed: app.newId() };
  const applied = await applyWaiting(app, tx, place, scope, day.today);
  const { today } = day;
  const until = lastExpiryAsked(today, policy.cardExpiryDays);
  await expireCards(tx, scope, today);
  await noteExpiringCards(tx, scope, { today, until }, signed);
  const { refreshed, opened } = await refreshAndOpen(tx, scope, day, entry, signed);
  const undelivered = await markUndelivered(tx, scope);
  const attached = await attachItems(tx, scope, day, entry);
  const events = await attachEvents(tx, scope);
  await countRejects(
    app,
    tx,
    place,
    events.map(({ id }) => id),
  );
  const judged = await judgeAgreements(app, tx, policy, scope, day);
  const happened = merged(judged, [...undelivered, ...events]);
  const moved = await moveCases(app, tx, policy, { scope, day, happened, which: 'due' });
  // What the day brought to somebody whose claim nobody has answered is held like the rest.
  for (const customerId of await newlyClaimed(tx, scope, day)) {
    await holdAsOnRecord(app, tx, customerId);
  }
  await carryLeftOut(app, tx, scope, place.portfolio);
  const ranked = await rankCases(tx, scope, day, typicalMinor, policy.ranking);
  return {
    applied,
    opened: Number(opened),
    refreshed: Number(refreshed),
    attached: Number(attached),
    events: events.length,
    judged: judged.length,
    touched: Number(moved.touched),
    moved: Number(moved.moved),
    tasks: Number(moved.tasks),
    ranked: Number(ranked),
  };
}

/** One entry a case: a new event is a reason to look, without a trigger of its own. */
function merged(
  judged: readonly Happened[],
  events: readonly { readonly caseId: string }[],
): Happened[] {
  const known = new Map(judged.map((one) => [one.caseId, one]));
  for (const { caseId } of events) {
    if (!known.has(caseId)) known.set(caseId, { caseId, on: ['event-recorded'] });
  }
  return [...known.values()];
}

function added(before: RunCounts, more: RunCounts): RunCounts {
  const names = new Set([...Object.keys(before), ...Object.keys(more)]);
  return Object.fromEntries([...names].map((n) => [n, (before[n] ?? 0) + (more[n] ?? 0)]));
}
