import {
  defaultReturnCodes,
  type RepresentingVerdict,
  type ReturnCode,
  representOn,
} from '#domain/key-events/return-codes.ts';
import type { PortfolioPolicy } from '#domain/policy/portfolio-policy.ts';
import { addBusinessDays } from '#kernel/business-days.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { ProfileRow } from '#storage/cases/case-profiles.ts';

/** Business days a presented payment may take to arrive or be refused. */
const settleBusinessDays = 5;

/** What is known of collecting a refused payment again; all null when there is nothing to collect. */
export type Presenting = {
  readonly verdict: RepresentingVerdict | null;
  readonly inTransitUntil: LocalDate | null;
  readonly collectAgainOn: LocalDate | null;
};

/** When the refused payment is collected again, or until when it is on its way. */
export function presenting(
  profile: ProfileRow,
  policy: PortfolioPolicy,
  today: LocalDate,
): Presenting {
  const none = { verdict: null, inTransitUntil: null, collectAgainOn: null };
  const { events = [], presented } = profile;
  const mended = events.findLast(({ evidence }) => evidence?.['correctedOn']);
  const refused = events.filter(({ type }) => type === 'B');
  const last = refused.at(-1);
  const since = (mended?.evidence?.['correctedOn'] as string | undefined) ?? last?.on;
  if (since === undefined || profile.figure !== 'debt') return none;
  const { calendar } = policy;
  if (presented && presented.on >= since) {
    const until = addBusinessDays(presented.on, settleBusinessDays, calendar);
    return { ...none, inTransitUntil: until > today ? until : null };
  }
  if (mended) {
    const on = addBusinessDays(since, 1, calendar);
    return { ...none, collectAgainOn: on > today ? on : today };
  }
  const first = refused[0];
  if (!first || !last) return none;
  const verdict = representOn(ruleOf(last.code, last.reason), {
    firstRefusedOn: first.on,
    lastRefusedOn: last.on,
    timesSoFar: presented?.times ?? 0,
    payDay: profile.payDay ?? null,
    correctedOn: null,
    today,
    calendar,
  });
  return { ...none, verdict };
}

/** The rule of a code (`AM04`, `sepa:AM04`), else of the first code with the same reason. */
function ruleOf(code: string | undefined, reason: string): ReturnCode['represent'] {
  const [scheme, name] = code?.includes(':') ? code.split(':') : [null, code];
  const wanted = name?.trim().toUpperCase();
  const byCode = defaultReturnCodes.find(
    (row) => row.code === wanted && (scheme === null || row.scheme === scheme),
  );
  return (byCode ?? defaultReturnCodes.find((row) => row.reason === reason))?.represent ?? null;
}
