import type { Judge } from '#domain/gate/decide.ts';
import type { Pack } from '#domain/gate/pack.ts';
import { type ReplayQuestion, replayed } from '#domain/gate/replay.ts';
import { type Clock, instantOf } from '#kernel/time.ts';
import type { ReplayOrder, ReplaySlice } from '#ports/replay-crew.ts';
import {
  decisionsAfter,
  keepReplayPage,
  type ReplayChange,
  type ReplayCounts,
  type ReplayedRow,
} from '#storage/compliance/replays.ts';
import type { Db } from '#usecases/app.ts';

/** The hands that do it: a connection, the packs, their judge, the clock. */
export type ReplayHands = {
  readonly db: Db;
  readonly packs: readonly Pack[];
  readonly judge: Judge;
  readonly clock: Clock;
};

const rowsAtOnce = 2_000;
const mostPages = 100_000;

/** Decides every contact of a stretch of time again; false when the replay was stopped. */
export async function replaySlice(
  hands: ReplayHands,
  { replayId, tenantId, question }: ReplayOrder,
  slice: ReplaySlice,
): Promise<boolean> {
  const { db, clock } = hands;
  let last: ReplayedRow | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const rows: readonly ReplayedRow[] = await decisionsAfter(
      db,
      tenantId,
      question.portfolios,
      slice,
      last,
      rowsAtOnce,
    );
    if (rows.length === 0) return true;
    const { counts, changes } = decideAgain(hands, question, rows);
    if (!(await keepReplayPage(db, replayId, counts, changes, instantOf(clock())))) return false;
    if (rows.length < rowsAtOnce) return true;
    last = rows.at(-1) ?? null;
  }
  return true;
}

function decideAgain(
  { packs, judge }: ReplayHands,
  question: ReplayQuestion,
  rows: readonly ReplayedRow[],
): { counts: ReplayCounts; changes: readonly ReplayChange[] } {
  const changes: ReplayChange[] = [];
  const found = { newly_refused: 0, newly_allowed: 0, otherwise: 0 };
  for (const row of rows) {
    const { becomes, rules, change } = replayed(row, question, packs, judge);
    if (!change) continue;
    found[change] += 1;
    const { id: decisionId, customerId, caseId, portfolioId, channel, decidedAt } = row;
    const what = { decisionId, customerId, caseId, portfolioId, channel, decidedAt };
    changes.push({ ...what, was: row.verdict, becomes, rulesWas: row.rules, rulesBecomes: rules });
  }
  const counts = {
    done: rows.length,
    newlyRefused: found.newly_refused,
    newlyAllowed: found.newly_allowed,
    otherwiseChanged: found.otherwise,
  };
  return { counts, changes };
}
