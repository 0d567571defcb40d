import { instantOf } from '#kernel/time.ts';
import { lockPeople } from '#storage/contact-log/person-links.ts';
import { lockReservation, placeOfAttempt, spendToken } from '#storage/gate/reservations.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import type { App } from '#usecases/app.ts';
import { portfolioOf } from '#usecases/portfolios/portfolio-of.ts';
import { failingClosed, raiseAlarms } from './gate-alarm.ts';
import { asReserved, refuseNow, weighAgain } from './release-contact.ts';
import { tokenHash } from './reserve-contact.ts';
import { recordDecision } from './weigh-contact.ts';

/**
 * What an adapter asks at the last moment: whether this attempt was released with this token, to this
 * number or address, and whether nothing has come in since that stops it. Uses the token up. An
 * opt-out or hold that came after the release refuses the attempt. Throws `gate-unavailable`.
 */
export async function verifyRelease(
  app: App,
  token: string,
  attemptId: string,
  to: string,
): Promise<boolean> {
  const place = await placeOfAttempt(app.db, attemptId);
  if (!place) return false;
  const { customerId, portfolioId, ...rest } = place;
  const wanted = { ...rest, customerId, portfolio: await portfolioOf(app, portfolioId) };
  return failingClosed(app, wanted, async () => {
    const { passes, decision } = await inRetriedTransaction(app.db, async (tx) => {
      await lockPeople(tx, customerId);
      const found = await lockReservation(tx, customerId, attemptId);
      const at = instantOf(app.clock());
      // The token first: one that was never released gets no second look, and is used up by asking.
      const usable =
        found?.address === to && (await spendToken(tx, attemptId, tokenHash(token), at));
      if (!found || !usable) return { passes: false, decision: null };
      const own = asReserved(wanted, attemptId, found);
      const { weighed, passes } = await weighAgain(app, tx, own, attemptId, found, false);
      if (passes) return { passes, decision: null };
      const { overrideId } = found;
      const decisionId = await recordDecision(app, tx, own, weighed, 'release', overrideId);
      await refuseNow(app, tx, own, attemptId, weighed, decisionId);
      return { passes, decision: weighed.decision };
    });
    if (decision) await raiseAlarms(app, app.db, wanted, decision);
    return passes;
  });
}
