import type { PortfolioPolicy } from '#domain/policy/portfolio-policy.ts';
import { type Applied, applyDecisions, type Decided } from '#storage/cases/case-decisions.ts';
import type { Looked } from '#storage/cases/case-profiles.ts';
import { lookAt } from '#storage/cases/look-at-cases.ts';
import { lockCase } from '#storage/cases/read-file.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { decideProfile } from './decide-profile.ts';

/** Decisions carried out by one statement; more profiles go in several. */
const decisionsAtOnce = 5_000;

/**
 * Moves every case of the scope that needs it: cases that look alike are decided once, and the
 * decision is carried out for all of them by one statement. Nothing is locked before that: a case
 * that somebody else wrote to meanwhile is looked at again, under its row lock.
 */
export async function moveCases(
  app: App,
  tx: Tx,
  policy: PortfolioPolicy,
  looked: Looked,
  actorId: string | null = null,
): Promise<Moved> {
  const first = await moveOnce(app, tx, policy, looked, actorId);
  if (first.missed.length === 0) return first;
  for (const one of first.missed.toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1))) {
    await lockCase(tx, one);
  }
  const caseIds = first.missed.map(({ caseId }) => caseId);
  const again: Looked = {
    ...looked,
    which: 'named',
    scope: {
      kind: 'cases',
      portfolioId: looked.scope.portfolioId,
      customerIds: first.missed.map(({ customerId }) => customerId),
      caseIds,
    },
    happened: looked.happened.filter(({ caseId }) => caseIds.includes(caseId)),
  };
  return sumOf([first, await moveOnce(app, tx, policy, again, actorId)]);
}

/** How many cases were written, how many moved between states, and how many tasks opened. */
export type Moved = Omit<Applied, 'missed'>;

async function moveOnce(
  app: App,
  tx: Tx,
  policy: PortfolioPolicy,
  looked: Looked,
  actorId: string | null,
): Promise<Applied> {
  const { profiles, rows } = await lookAt(tx, looked);
  const decided = [...profiles].flatMap(([key, profile]): Decided[] => {
    const one = decideProfile(key, profile, policy, looked.day.today);
    return one ? [one] : [];
  });
  const parts: Applied[] = [];
  for (let i = 0; i < decided.length; i += decisionsAtOnce) {
    const some = decided.slice(i, i + decisionsAtOnce);
    const signed = { at: now(app), actorId, seed: app.newId() };
    parts.push(await applyDecisions(tx, rows, looked.scope, looked.day, some, signed));
  }
  return { ...sumOf(parts), missed: parts.flatMap(({ missed }) => missed) };
}

function sumOf(parts: readonly Moved[]): Moved {
  const sum = (of: (one: Moved) => bigint) => parts.reduce((total, one) => total + of(one), 0n);
  return {
    touched: sum(({ touched }) => touched),
    moved: sum(({ moved }) => moved),
    tasks: sum(({ tasks }) => tasks),
  };
}
