import { type Actor, portfoliosWith } from '#domain/workforce/rights.ts';
import { listAlarms } from '#storage/gate/alarms.ts';
import { type App, allow } from '#usecases/app.ts';

/** Alarms told at once; there are seldom more kinds of trouble than fingers. */
const alarmLimit = 200;

/** Alarms of the gate on the portfolios of the actor, and those of no portfolio. */
export async function readAlarms(app: App, actor: Actor, { closed }: { closed: string }) {
  allow(actor, 'alarm.work');
  const portfolios = portfoliosWith(actor, 'alarm.work');
  const rows = await listAlarms(app.db, app.tenantId, {
    closedToo: closed === 'true',
    portfolioIds: portfolios === 'all' ? null : portfolios,
    limit: alarmLimit + 1,
  });
  return { alarms: rows.slice(0, alarmLimit), more: rows.length > alarmLimit };
}
