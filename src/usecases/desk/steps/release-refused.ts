import { type Instant, instantOf } from '#kernel/time.ts';
import type { CaseRef } from '#storage/cases/read-file.ts';
import { releaseLease } from '#storage/desk/desk.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import { type App, type Db, now } from '#usecases/app.ts';
import { type EvaluatedPoint, plainInstant } from '#usecases/gate/steps/contact-permissions.ts';
import { recordDecision } from '#usecases/gate/steps/evaluate-contact.ts';
import { raiseAlarms } from '#usecases/gate/steps/gate-alarm.ts';

/** A case whose refusal has no known end is looked at again after a day. */
const lookAgainMs = 24 * 3_600_000;

/** Gives back what the gate refuses, with the time at which it may be asked again. */
export async function releaseRefused(
  app: App,
  tx: Db,
  ref: CaseRef,
  portfolio: PortfolioRow,
  userId: string,
  points: readonly EvaluatedPoint[],
): Promise<{ nextAt: Instant | null }> {
  await keepRefusal(app, tx, ref, portfolio, userId, points);
  const nextAt = soonest(points);
  const again = nextAt ?? instantOf(app.clock() + lookAgainMs);
  await releaseLease(tx, { ...ref, userId, at: now(app), again });
  return { nextAt };
}

async function keepRefusal(
  app: App,
  tx: Db,
  ref: CaseRef,
  portfolio: PortfolioRow,
  userId: string,
  points: readonly EvaluatedPoint[],
): Promise<void> {
  const [best] = points;
  if (!best) return;
  const { contactPointId, evaluated } = best;
  const wanted = { ...ref, portfolio, userId, contactPointId, exceptAttempt: null };
  await recordDecision(app, tx, wanted, evaluated, 'ask');
  // Nobody would ever reserve a case that is passed over here: this is where its want is heard of.
  await raiseAlarms(app, tx, wanted, evaluated.decision);
}

function soonest(points: readonly EvaluatedPoint[]): Instant | null {
  const times = points.flatMap(({ evaluated }) => plainInstant(evaluated.decision) ?? []);
  return times.sort()[0] ?? null;
}
