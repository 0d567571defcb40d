import type { CloseReason } from '#domain/cases/states.ts';
import { dateIn } from '#kernel/time.ts';
import type { Happened } from '#storage/cases/case-profiles.ts';
import { refreshFigures } from '#storage/daily-run/open-cases.ts';
import type { Scope } from '#storage/set-writes.ts';
import type { App, Tx } from '#usecases/app.ts';
import type { Place } from '#usecases/portfolios/steps/portfolio-place.ts';
import { judgeAgreements } from './judge-agreements.ts';
import { moveCases } from './move-cases.ts';

/**
 * After money moved or something happened to cases of these customers: figures, promises and plans,
 * then every move and next action that follows, in the caller's transaction. `happened` adds to what
 * the money itself says. Answers the cases looked at.
 */
export async function settleCases(
  app: App,
  tx: Tx,
  place: Place,
  customerIds: readonly string[],
  because: {
    readonly actorId: string | null;
    readonly happened?: readonly Happened[];
    readonly clearedBy?: CloseReason;
  },
): Promise<readonly string[]> {
  const day = place.day(dateIn(place.portfolio.zone, app.clock()));
  const portfolioId = place.portfolio.id;
  const all: Scope = { kind: 'cases', portfolioId, customerIds, caseIds: [] };
  const open = await refreshFigures(tx, all, day, place.entry);
  if (open.length === 0) return [];
  const caseIds = open.map(({ caseId }) => caseId);
  const owners = open.map(({ customerId }) => customerId);
  const scope: Scope = { kind: 'cases', portfolioId, customerIds: owners, caseIds };
  const judged = await judgeAgreements(app, tx, place.policy, scope, day);
  const { clearedBy, happened = [], actorId } = because;
  const gathered = merged(caseIds, [...happened, ...judged], clearedBy);
  await moveCases(
    app,
    tx,
    place.policy,
    { scope, day, happened: gathered, which: 'named' },
    actorId,
  );
  return caseIds;
}

function merged(
  caseIds: readonly string[],
  happened: readonly Happened[],
  clearedBy: CloseReason | undefined,
): Happened[] {
  const byCase = Map.groupBy(happened, ({ caseId }) => caseId);
  return caseIds.map((caseId) => {
    const mine = byCase.get(caseId) ?? [];
    const known = Object.assign(
      {},
      clearedBy ? { clearedBy } : {},
      ...mine.map((one) => one.known),
    );
    return {
      caseId,
      on: mine.flatMap(({ on }) => on),
      stepDone: mine.some(({ stepDone }) => stepDone),
      known,
    };
  });
}
