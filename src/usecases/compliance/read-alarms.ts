import { type Actor, may, portfoliosWith } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { listAlarms } from '#storage/gate-alarms.ts';
import type { App } from '../app.ts';

/** Alarms told at once; there are seldom more kinds of trouble than fingers. */
const alarmLimit = 200;

/** Alarms of the gate, for compliance and for those who run the system, on their portfolios. */
export async function readAlarms(app: App, actor: Actor, { closed }: { closed: string }) {
  if (!may(actor, 'decision.read') && !may(actor, 'system.read')) {
    throw new Refusal('not-allowed', { right: 'decision.read' });
  }
  const rows = await listAlarms(app.db, app.tenantId, {
    closedToo: closed === 'true',
    portfolioIds: portfoliosOf(actor),
    limit: alarmLimit + 1,
  });
  return { alarms: rows.slice(0, alarmLimit), more: rows.length > alarmLimit };
}

function portfoliosOf(actor: Actor): readonly string[] | null {
  const read = portfoliosWith(actor, 'decision.read');
  const run = portfoliosWith(actor, 'system.read');
  return read === 'all' || run === 'all' ? null : [...read, ...run];
}
