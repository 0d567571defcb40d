import { isOpenNow } from '#domain/contact/calling-hours.ts';
import { type Actor, portfoliosWith } from '#domain/workforce/rights.ts';
import { assert } from '#kernel/refusal.ts';
import { instantAt, instantOf, msOf } from '#kernel/time.ts';
import { allPortfolios } from '#storage/portfolios/portfolio-rows.ts';
import { type FloorRow, floorRow } from '#storage/supervision/floor.ts';
import { type App, now, today } from '#usecases/app.ts';

type Reason = { code: string; facts: Record<string, string | number | boolean | null> };

/** Who is doing what, queues, calls, requests, and why nothing happens where nothing does. */
export async function readFloor(app: App, actor: Actor) {
  const mine = portfoliosWith(actor, 'floor.read');
  const all = await allPortfolios(app.db, app.tenantId);
  const seen = all.filter(({ id }) => mine === 'all' || mine.includes(id));
  const zone = seen[0]?.zone ?? 'UTC';
  const dayStart = instantOf(instantAt(zone, today(app, zone), '00:00'));
  const ids = seen.map(({ id }) => id);
  const row = await floorRow(app.db, ids, dayStart, now(app));
  assert(row, 'the floor is one row');
  return {
    asOf: now(app),
    agents: row.agents.map((agent) => ({ ...agent, since: plain(agent.since) })),
    queues: row.queues.map(({ readyZones: _, ...queue }) => ({
      ...queue,
      nextAt: queue.nextAt === null ? null : plain(queue.nextAt),
    })),
    calls: row.calls.map((call) => ({ ...call, since: plain(call.since) })),
    requests: row.requests.map((request) => ({ ...request, askedAt: plain(request.askedAt) })),
    dangers: row.dangers.map((danger) => ({ ...danger, foundAt: plain(danger.foundAt) })),
    idle: idleReasons(app, row),
  };
}

function plain(at: string): string {
  return instantOf(msOf(at));
}

function idleReasons(app: App, row: FloorRow): Reason[] {
  const idle: Reason[] = [];
  const isAny = (wanted: string) => row.agents.some(({ state }) => state === wanted);
  const waiting = row.queues.reduce((sum, queue) => sum + queue.ready, 0);
  const zones = row.queues.flatMap(({ readyZones }) => readyZones);
  const open = zones.filter((zone) => isOpenNow(zone, app.clock()));
  if (row.agents.every(({ state }) => state === 'signed_out' || state === 'away')) {
    idle.push({ code: 'nobody-working', facts: {} });
  } else if (!isAny('ready') && !isAny('contact')) idle.push({ code: 'nobody-ready', facts: {} });
  if (waiting === 0) idle.push({ code: 'queue-empty', facts: {} });
  else if (open.length === 0) idle.push({ code: 'all-closed-now', facts: { count: waiting } });
  if (row.waitingCallers > 0) {
    idle.push({ code: 'callers-waiting', facts: { count: row.waitingCallers } });
  }
  if (row.unknownCallers > 0) {
    idle.push({ code: 'unknown-callers', facts: { count: row.unknownCallers } });
  }
  return idle;
}
