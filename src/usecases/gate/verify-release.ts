import { instantOf } from '#kernel/time.ts';
import { placeOfAttempt, spendToken } from '#storage/gate/reservations.ts';
import { type HotTransaction, inHotTransaction } from '#storage/hot-path.ts';
import type { App } from '#usecases/app.ts';
import { portfolioOf } from '#usecases/portfolios/steps/portfolio-of.ts';
import { failingClosed, raiseAlarms } from './steps/gate-alarm.ts';
import { lookAgain, settle } from './steps/release-contact.ts';
import { customerOfToken, tokenHash } from './steps/reserve-contact.ts';
import type { Wanted } from './steps/wanted-contact.ts';

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
  const customerId = customerOfToken(token);
  const place = customerId && (await placeOfAttempt(app.db, customerId, attemptId));
  if (!place) return false;
  const wanted = { ...place, portfolio: await portfolioOf(app, place.portfolioId) };
  return failingClosed(app, wanted, async () => {
    const { passes, decision } = await inHotTransaction(app.db, (hot) =>
      verifyIn(app, hot, wanted, { attemptId, token, to }),
    );
    if (decision) await raiseAlarms(app, app.db, wanted, decision);
    return passes;
  });
}

async function verifyIn(
  app: App,
  hot: HotTransaction,
  wanted: Omit<Wanted, 'exceptAttempt' | 'how'>,
  { attemptId, token, to }: { attemptId: string; token: string; to: string },
) {
  const { customerId } = wanted;
  const at = instantOf(app.clock());
  const spent = { customerId, attemptId, tokenHash: tokenHash(token), to, at };
  // The token first: one that was never released gets no second look, and is used up by asking.
  const looked = await lookAgain(app, hot, wanted, attemptId, {
    guarded: false,
    first: (run) => spendToken(run, spent),
  });
  if (!looked) return { passes: false, decision: null };
  const { passes, evaluated } = looked;
  if (passes) return { passes, decision: null };
  await settle(app, hot, looked, attemptId);
  return { passes, decision: evaluated.decision };
}
