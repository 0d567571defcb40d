import type { PortfolioPolicy } from '#domain/policy/portfolio-policy.ts';
import { type Applied, applyDecisions, type Decided } from '#storage/cases/case-decisions.ts';
import type { Looked } from '#storage/cases/case-profiles.ts';
import { lookAt } from '#storage/cases/look-at-cases.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { decideProfile } from './decide-profile.ts';

/** Decisions carried out by one statement; more profiles go in several. */
const decisionsAtOnce = 5_000;

/**
 * Moves every case of the scope that needs it: cases that look alike are decided once, and the
 * decision is carried out for all of them by one statement.
 */
export async function moveCases(
  app: App,
  tx: Tx,
  policy: PortfolioPolicy,
  looked: Looked,
  actorId: string | null = null,
): Promise<Applied> {
  const { profiles, rows } = await lookAt(tx, looked);
  const decided = profiles.flatMap((profile): Decided[] => {
    const one = decideProfile(profile, policy, looked.day.today);
    return one ? [one] : [];
  });
  const sum = { touched: 0n, moved: 0n, tasks: 0n };
  for (let i = 0; i < decided.length; i += decisionsAtOnce) {
    const some = decided.slice(i, i + decisionsAtOnce);
    const signed = { at: now(app), actorId, seed: app.newId() };
    const part = await applyDecisions(tx, rows, looked.day, some, signed);
    sum.touched += part.touched;
    sum.moved += part.moved;
    sum.tasks += part.tasks;
  }
  return sum;
}
