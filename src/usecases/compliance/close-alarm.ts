import { type Actor, portfoliosWith } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { alarmPlace, closeAlarmRow } from '#storage/gate/alarms.ts';
import { type App, allow, now } from '#usecases/app.ts';
import { assertClocksAgree } from '#usecases/clock-watch.ts';
import { logAdminEvent } from '#usecases/record-admin-event.ts';

/**
 * Closes an alarm that was seen to, with what was done. Throws `not-found`, `already-done`, and
 * `clock-in-doubt` for the alarm about the clocks while they still disagree.
 */
export async function closeAlarm(
  app: App,
  actor: Actor,
  { alarmId, remark }: { alarmId: string; remark: string },
) {
  assert(actor.userId, 'only people close alarms');
  const place = await alarmPlace(app.db, app.tenantId, alarmId);
  if (!place) throw new Refusal('not-found', { thing: 'alarm', id: alarmId });
  allow(actor, 'alarm.work', place.portfolioId ?? undefined);
  if (place.kind === 'clock-skew') {
    // It holds the work of all portfolios.
    if (portfoliosWith(actor, 'alarm.work') !== 'all') {
      throw new Refusal('not-allowed', { right: 'alarm.work' });
    }
    await assertClocksAgree(app);
  }
  const { tenantId } = app;
  const closed = { id: alarmId, tenantId, by: actor.userId, remark, at: now(app) };
  await app.db.transaction().execute(async (tx) => {
    if (!(await closeAlarmRow(tx, closed))) {
      throw new Refusal('already-done', { thing: 'alarm', id: alarmId });
    }
    await logAdminEvent(app, tx, actor, 'alarm.closed', { alarmId }, place.portfolioId);
  });
  return { done: true as const };
}
