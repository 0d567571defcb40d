import {
  defaultReturnCodes,
  type RepresentingVerdict,
  type ReturnCode,
  representOn,
} from '#domain/key-events/return-codes.ts';
import { addBusinessDays } from '#kernel/business-days.ts';
import { daysBetween, type LocalDate } from '#kernel/time.ts';
import type { CaseSnapshot, EngineClock, EnginePolicy } from './case-snapshot.ts';

/** What is known of collecting a refused payment again; all null when there is nothing to collect. */
export type Presenting = {
  readonly verdict: RepresentingVerdict | null;
  /** A payment presented again is on its way until this day: nobody is asked meanwhile. */
  readonly inTransitUntil: LocalDate | null;
  /** What was wrong is corrected: the day to collect the missed amount again, by itself. */
  readonly collectAgainOn: LocalDate | null;
};

const none: Presenting = { verdict: null, inTransitUntil: null, collectAgainOn: null };

/** When the refused payment is collected again, or until when it is on its way. */
export function presenting(
  file: Pick<
    CaseSnapshot,
    'events' | 'presented' | 'payDay' | 'overdueMinor' | 'paidInHand' | 'costsMore'
  >,
  policy: Pick<EnginePolicy, 'calendar' | 'entry' | 'charging'>,
  { today }: EngineClock,
): Presenting {
  const events = file.events
    .filter(({ solvedOn }) => solvedOn === null)
    .toSorted((a, b) => daysBetween(b.recordedOn, a.recordedOn));
  const corrected = events.findLast(({ correctedOn }) => correctedOn !== null);
  const refused = events.filter(({ type }) => type === 'B');
  const last = refused.at(-1);
  const since = corrected?.correctedOn ?? last?.recordedOn;
  if (since === undefined || file.overdueMinor <= policy.entry.exitMinor) return none;
  const { calendar } = policy;
  const { submissionDays, settlementDays } = policy.charging;
  const { presented } = file;
  if (presented && presented.on >= since) {
    const until = addBusinessDays(presented.on, submissionDays + settlementDays, calendar);
    return { ...none, inTransitUntil: until > today ? until : null };
  }
  // What money in hand pays is not collected a second time.
  if (file.paidInHand) return none;
  if (corrected) {
    const on = addBusinessDays(since, 1, calendar);
    return { ...none, collectAgainOn: on > today ? on : today };
  }
  const first = refused[0];
  if (!first || !last) return none;
  const verdict = representOn(ruleOf(last.code, last.reason), {
    firstRefusedOn: first.recordedOn,
    lastRefusedOn: last.recordedOn,
    timesSoFar: presented?.times ?? 0,
    payDay: file.payDay,
    correctedOn: null,
    costsMore: file.costsMore,
    submissionDays,
    today,
    calendar,
  });
  return { ...none, verdict };
}

/** The rule of a code (`AM04`, `sepa:AM04`), else of the first code with the same reason. */
function ruleOf(code: string | null, reason: string): ReturnCode['represent'] {
  const [scheme, name] = code?.includes(':') ? code.split(':') : [null, code];
  const wanted = name?.trim().toUpperCase();
  const byCode = defaultReturnCodes.find(
    (row) => row.code === wanted && (scheme === null || row.scheme === scheme),
  );
  return (byCode ?? defaultReturnCodes.find((row) => row.reason === reason))?.represent ?? null;
}
