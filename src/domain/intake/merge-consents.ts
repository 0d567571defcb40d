import { type Instant, msOf } from '#kernel/time.ts';
import { type ConsentSpan, revokedSince } from './revoked-consents.ts';

/** A consent that a row of a file gives anew, and the row. */
export type GivenConsent<Read, Made> = { readonly read: Read; readonly made: Made };

/** A kept consent that a row ends, when and by which way. */
export type EndedConsent<Kept> = {
  readonly consent: Kept;
  readonly at: Instant;
  readonly source: string;
};

type MadeConsent = ConsentSpan & { readonly revocationRecordedAt?: Instant | null };

/** What makes two consents the same: whose, for what, given when and to whom. */
export function consentKey(consent: ConsentSpan): string {
  const { customerId, kind, portfolioId, contactPointId, givenTo, debts, occurredAt } = consent;
  const at = occurredAt === null ? null : msOf(occurredAt);
  return JSON.stringify([
    customerId,
    kind,
    portfolioId,
    contactPointId,
    givenTo,
    [...debts].sort(),
    at,
  ]);
}

/** A consent that another row of the file ends. */
function endedBy<Made extends MadeConsent>(made: Made, { revokedAt, ...other }: Made): Made {
  const { revocationSource = null, revocationRecordedAt = null } = other;
  return { ...made, revokedAt: revokedAt ?? null, revocationSource, revocationRecordedAt };
}

const endsBefore = (at: Instant, end: Instant | null | undefined) => !end || msOf(at) < msOf(end);

/**
 * One consent of every key among the rows and what is kept: of several ends the earliest stands, in
 * whatever order the rows come. Counts the rows that moved an end and those that changed nothing.
 */
export function mergeConsents<Read, Made extends MadeConsent, Kept extends ConsentSpan>(
  rows: readonly GivenConsent<Read, Made>[],
  kept: ReadonlyMap<string, Kept>,
) {
  const given = new Map<string, GivenConsent<Read, Made>>();
  const ended = new Map<string, EndedConsent<Kept>>();
  const counts = { changed: 0, unchanged: 0 };
  for (const { read, made } of rows) {
    const key = consentKey(made);
    const earlier = kept.get(key);
    const before = given.get(key);
    if (!earlier && !before) {
      given.set(key, { read, made });
      continue;
    }
    const { revokedAt: at } = made;
    const end = before ? before.made.revokedAt : (ended.get(key)?.at ?? earlier?.revokedAt);
    if (!at || !endsBefore(at, end)) {
      counts.unchanged += 1;
      continue;
    }
    counts.changed += 1;
    if (before) given.set(key, { ...before, made: endedBy(before.made, made) });
    else if (earlier) {
      ended.set(key, { consent: earlier, at, source: made.revocationSource ?? 'import' });
    }
  }
  return { given: [...given.values()], ended: [...ended.values()], ...counts };
}

/** Of consents given anew those that stand, and those given before the person revoked the same. */
export function standingAmong<Read, Made extends ConsentSpan>(
  given: readonly GivenConsent<Read, Made>[],
  over: readonly ConsentSpan[],
  ended: readonly EndedConsent<ConsentSpan>[],
) {
  const isRevoked = revokedSince([
    ...over,
    ...ended.map(({ consent, at, source }) => ({
      ...{ ...consent, revokedAt: at, revocationSource: source },
    })),
    ...given.map(({ made }) => made),
  ]);
  const isOver = ({ made }: GivenConsent<Read, Made>) => !made.revokedAt && isRevoked(made);
  return {
    fresh: given.filter((one) => !isOver(one)).map(({ made }) => made),
    revoked: given.filter(isOver),
  };
}
