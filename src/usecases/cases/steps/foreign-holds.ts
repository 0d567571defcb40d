import { holdFactOf } from '#domain/contact/hold-facts.ts';
import { dateIn } from '#kernel/time.ts';
import { askAboutHold, lockHolds, refreshHoldReview } from '#storage/cases/holds.ts';
import { standingClaims } from '#storage/contact-log/standing-claims.ts';
import type { App, Tx } from '#usecases/app.ts';
import { placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';
import { isFromFact, openCases } from './fact-holds.ts';

/**
 * Puts the holds of these records that no fact of theirs lays before whoever looks at them, today:
 * they came from a record that is somebody else after all. Until it is decided they stand.
 */
export async function reviewForeignHolds(
  app: App,
  tx: Tx,
  people: readonly string[],
): Promise<void> {
  const claims = await standingClaims(tx, people);
  const own = new Set(claims.map(({ kind }) => holdFactOf(kind)?.hold));
  for (const customerId of people) {
    for (const { caseId, portfolioId } of await openCases(tx, customerId)) {
      const holds = await lockHolds(tx, customerId, caseId);
      const foreign = holds.filter(
        ({ liftedAt, details, kind }) =>
          !liftedAt && isFromFact(details) && ![...own].some((one) => one === kind),
      );
      const { portfolio } = await placeOf(app, tx, portfolioId);
      const today = dateIn(portfolio.zone, app.clock());
      for (const { id } of foreign) await askAboutHold(tx, customerId, id, today);
      if (foreign.length > 0) await refreshHoldReview(tx, customerId, caseId);
    }
  }
}
