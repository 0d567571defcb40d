import type { Logger } from 'pino';
import { dateIn, minuteOfDayIn } from '#kernel/time.ts';
import { releaseDueItems } from '#storage/desk/due-items.ts';
import { finishedRuns, sweepReservations } from '#storage/desk/work-queue.ts';
import { allPortfolios } from '#storage/portfolios/portfolio-rows.ts';
import { sweepSignIns } from '#usecases/account/sweep-sign-ins.ts';
import { type App, now } from '#usecases/app.ts';
import { keepAnchor, sealRecord } from '#usecases/audit/seal-record.ts';
import { keepAlive, takeOverFromDead } from '#usecases/calls/keep-alive.ts';
import { carryOutOrders } from '#usecases/calls/take-orders.ts';
import { isClockInDoubt, watchClocks } from '#usecases/clock-watch.ts';
import { noteAssignments } from '#usecases/compliance/note-assignments.ts';
import { checkConnections } from '#usecases/connections/refresh-connections.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';
import { runRechecks } from '#usecases/gate/run-rechecks.ts';
import { countFigures } from '#usecases/insight/count-figures.ts';
import { sweepFiles } from '#usecases/intake/remove-file.ts';
import { runWaitingImports } from '#usecases/intake/run-imports.ts';
import { raiseObligations } from '#usecases/obligations/obligations.ts';
import { countDue } from '#usecases/privacy/retention.ts';
import { runRetention } from '#usecases/privacy/run-retention.ts';

/** What runs by the clock; `stop` waits for the turn under way. */
export type Clockwork = { readonly stop: () => Promise<void> };

/** The daily run of a portfolio may begin from this local hour on. */
const runFromMinute = 5 * 60;

/** Work items made ready in one turn. */
const promotedAtOnce = 20_000;

/** Several beats fit into the time after which a process is taken for dead. */
const beatMs = 2_000;
const takeOverMs = 3_000;
/** An order for a call of another process is carried out within this. */
const orderMs = 200;
/** What was written is sealed three turns later. */
const sealMs = 5_000;
const secondMs = 1_000;
const minuteMs = 60_000;
const hourMs = 3_600_000;

/** A turn of the clockwork: its name, how often, and what it does. */
type PlannedTurn = readonly [name: string, everyMs: number, run: () => Promise<unknown>];

/**
 * Starts what the system does by itself: each second, work whose time has come is made ready, leases
 * and reservations that ran out are swept, waiting imports are taken and past decisions looked at
 * again; each hour, files that nobody imported are deleted and sign-ins that are over are ended; each minute, connections are asked whether they
 * still serve, and portfolios whose local day has begun get their daily run. Every turn asks the
 * app's own clock what is due. A turn that fails is logged and comes again; a turn never overlaps
 * itself. While the time is in doubt, what cannot be undone waits. Safe in several processes.
 */
export function startClockwork(app: App, log: Logger): Clockwork {
  const always: readonly PlannedTurn[] = [
    ['clocks', secondMs, () => watchClocks(app)],
    ['connections', minuteMs, () => checkConnections(app)],
    ['heartbeat', beatMs, () => keepAlive(app)],
    ['takeover', takeOverMs, () => takeOverFromDead(app)],
    ['call-orders', orderMs, () => carryOutOrders(app)],
  ];
  const unlessInDoubt: readonly PlannedTurn[] = [
    ['queue', secondMs, () => turnSecond(app)],
    ['imports', secondMs, () => turnImports(app)],
    ['uploads', hourMs, () => sweepFiles(app)],
    ['sign-ins', hourMs, () => sweepSignIns(app)],
    ['rechecks', secondMs, () => runRechecks(app)],
    ['assignments', secondMs, () => noteAssignments(app)],
    ['retention', secondMs, () => runRetention(app)],
    ['retention-due', minuteMs, () => countDue(app)],
    ['seals', sealMs, () => turnSeals(app)],
    ['daily-run', minuteMs, () => turnMinute(app, log)],
  ];
  const turns = [
    ...always.map(([name, everyMs, run]) => startTurn(run, everyMs, log, name)),
    ...unlessInDoubt.map(([name, everyMs, run]) => {
      const wait = async () => (isClockInDoubt(app) ? null : run());
      return startTurn(wait, everyMs, log, name);
    }),
  ];
  return {
    stop: async () => {
      await Promise.all(turns.map((turn) => turn.stop()));
    },
  };
}

/** One turn each second: ready work, leases, reservations. */
export async function turnSecond(app: App): Promise<void> {
  const at = now(app);
  await releaseDueItems(app.db, at, promotedAtOnce);
  await sweepReservations(app.db, at);
}

/** Seals what was written, and keeps the end of the seals outside once a day. */
async function turnSeals(app: App): Promise<void> {
  if (await sealRecord(app)) await keepAnchor(app);
}

async function turnImports(app: App): Promise<void> {
  await runWaitingImports(app);
}

/**
 * One turn each minute: obligations whose time runs short are raised, and every portfolio whose day
 * is not done gets its daily run and its figures counted; answers which.
 */
export async function turnMinute(app: App, log: Logger): Promise<readonly string[]> {
  await raiseObligations(app);
  const ran: string[] = [];
  const done = await finishedRuns(app.db);
  for (const { id, name, zone } of await allPortfolios(app.db, app.tenantId)) {
    const ms = app.clock();
    const runOn = dateIn(zone, ms);
    if (minuteOfDayIn(zone, ms) < runFromMinute || done.get(id) === runOn) continue;
    const counts = await dailyRun(app, id, runOn);
    if (counts === null) continue;
    ran.push(id);
    await countFigures(app, { id, zone });
    log.info({ portfolio: name, runOn, counts }, 'daily run done');
  }
  return ran;
}

type Turn = { readonly stop: () => Promise<void> };

function startTurn(run: () => Promise<unknown>, everyMs: number, log: Logger, name: string): Turn {
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;
  const turn = async (): Promise<void> => {
    try {
      await run();
    } catch (error) {
      log.error({ err: error, turn: name }, 'a turn of the clockwork failed and comes again');
    }
    if (isStopped) return;
    timer = setTimeout(() => {
      running = turn();
    }, everyMs);
  };
  let running = turn();
  return {
    stop: async () => {
      isStopped = true;
      if (timer) clearTimeout(timer);
      await running;
    },
  };
}
