import type { Actor } from '#domain/workforce/rights.ts';
import { instantOf } from '#kernel/time.ts';
import { decisionsByHour, insertReplay } from '#storage/replays.ts';
import type { App } from '#usecases/app.ts';
import { replayAlone, runReplay } from '#usecases/compliance/run-replay.ts';
import { proposeSwitch } from '#usecases/compliance/switch-rule.ts';
import { atPast } from './past-app.ts';

/** A rule of which nobody has read the source; it stays off until a second person confirms it. */
const proposed = 'US-MD';

const hourMs = 3_600_000;
const days = 14;

/** Proposes that a rule speaks, after looking at what it would have changed in the last two weeks. */
export async function lookTwice(app: App, compliance: Actor): Promise<void> {
  const ms = app.clock() - 3 * hourMs;
  const past = atPast(app, ms, []);
  await replayFor(past, compliance);
  await proposeSwitch(atPast(app, ms + hourMs / 2, []), compliance, {
    ...{ rule: proposed, turn: 'on' },
    reason: 'We call people in Maryland; the replay shows which calls it would have changed.',
    sourceRead: 'Md. Code, Commercial Law, section 14-202, on the site of the General Assembly',
  });
}

async function replayFor(app: App, { userId }: Actor): Promise<void> {
  const { tenantId } = app;
  const at = app.clock();
  const fromAt = instantOf(at - days * 24 * hourMs);
  const toAt = instantOf(at);
  const question = { confirmedRules: [proposed], newPacks: true, portfolios: 'all' as const };
  const slices = await decisionsByHour(app.db, tenantId, 'all', fromAt, toAt);
  const total = slices.reduce((sum, { count }) => sum + count, 0);
  const replayId = app.newId();
  const asked = { id: replayId, tenantId, askedBy: userId, askedAt: toAt };
  await insertReplay(app.db, { ...asked, question, fromAt, toAt, total });
  const whole = [{ fromAt, toAt, count: total }];
  await runReplay({ ...app, replay: replayAlone(app) }, { replayId, tenantId, question }, whole);
}
