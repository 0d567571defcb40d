import { type Actor, may } from '#domain/workforce/rights.ts';
import {
  appliedMigrations,
  databaseState,
  type LastRun,
  lastRuns,
  workState,
} from '#storage/admin/system.ts';
import { lastSeq } from '#storage/event-log.ts';
import { allPortfolios, type PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import { type App, allow, type GaugeName, now, today } from '#usecases/app.ts';

/** How the installation is; daily runs of the portfolios one may read. */
export async function readHealth(app: App, actor: Actor) {
  allow(actor, 'system.read');
  const portfolios = (await allPortfolios(app.db, app.tenantId)).filter(({ id }) =>
    may(actor, 'system.read', id),
  );
  const database = await databaseState(app.db);
  const migrations = await appliedMigrations(app.db);
  const work = await workState(app.db, now(app));
  const runs = new Map((await lastRuns(app.db)).map((run) => [run.portfolioId, run]));
  const seq = await lastSeq(app.db);
  return {
    process: {
      uptimeSeconds: gauge(app, 'uptimeSeconds') ?? 0,
      residentBytes: gauge(app, 'residentBytes') ?? 0,
      heapBytes: gauge(app, 'heapBytes') ?? 0,
      liveReaders: gauge(app, 'liveReaders'),
      node: process.versions.node,
    },
    database: { ...database, migrations: [...migrations] },
    log: { lastSeq: seq.toString(), outboxLag: outboxLag(app, seq) },
    work,
    portfolios: portfolios.map((portfolio) => lineOf(app, portfolio, runs.get(portfolio.id))),
  };
}

function gauge(app: App, name: GaugeName): number | null {
  return app.gauges.get(name)?.() ?? null;
}

/** Events that readers may see and that the live reader has not passed on yet. */
function outboxLag(app: App, seq: bigint): number | null {
  const passed = gauge(app, 'outboxSeq');
  return passed === null ? null : Math.max(0, Number(seq) - passed);
}

function lineOf(app: App, { id, name, zone }: PortfolioRow, run: LastRun | undefined) {
  const lastRun = run && {
    runOn: run.runOn,
    startedAt: run.startedAt,
    endedAt: run.endedAt,
    counts: run.counts.counts ?? {},
  };
  return { id, name, zone, today: today(app, zone), lastRun: lastRun ?? null };
}
