import type { App } from '#usecases/app.ts';
import { systemActor } from '#usecases/app.ts';
import { readHealth } from './read-system.ts';

type Sample = readonly [labels: string, value: number];

/** The state of the installation in the Prometheus text format, version 0.0.4. */
export async function metricsText(app: App): Promise<string> {
  const { process, database, log, work, portfolios } = await readHealth(app, systemActor);
  const lines = [
    metric('uptime_seconds', 'Seconds since this process began.', process.uptimeSeconds),
    metric('resident_bytes', 'Memory of this process.', process.residentBytes),
    metric('heap_bytes', 'JavaScript heap in use.', process.heapBytes),
    metric('live_readers', 'Open live streams.', process.liveReaders),
    metric(
      'live_let_go',
      'Live streams ended because nobody read them.',
      app.gauges.get('liveLetGo')?.() ?? null,
    ),
    metric('outbox_lag_events', 'Events not yet passed on to live streams.', log.outboxLag),
    metric('event_log_seq', 'Number of the last event.', Number(log.lastSeq)),
    metric('database_bytes', 'Size of the database.', database.sizeBytes),
    metric('database_connections', 'Connections to the database.', database.connections),
    metric(
      'oldest_transaction_seconds',
      'Age of the oldest open transaction.',
      database.oldestTransactionSeconds,
    ),
    metric('open_cases', 'Open cases.', work.openCases),
    samples('work_items', 'Work items by state.', [
      ['state="waiting"', work.waiting],
      ['state="ready"', work.ready],
      ['state="leased"', work.leased],
    ]),
    metric('overdue_tasks', 'Tasks past their date.', work.overdueTasks),
    metric('running_imports', 'Imports under way.', work.runningImports),
    metric('open_attempts', 'Contact attempts under way.', work.openAttempts),
    samples(
      'daily_run_ended_seconds',
      'When the latest finished daily run ended, in Unix time.',
      portfolios.flatMap(({ id, lastRun }): Sample[] =>
        lastRun?.endedAt ? [[`portfolio="${id}"`, Date.parse(lastRun.endedAt) / 1000]] : [],
      ),
    ),
  ];
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}

function metric(name: string, about: string, value: number | null): string {
  return value === null ? '' : samples(name, about, [['', value]]);
}

function samples(name: string, about: string, given: readonly Sample[]): string {
  if (given.length === 0) return '';
  const full = `dunlin_${name}`;
  const rows = given.map(([labels, value]) => `${full}${labels && `{${labels}}`} ${value}`);
  return [`# HELP ${full} ${about}`, `# TYPE ${full} gauge`, ...rows].join('\n');
}
