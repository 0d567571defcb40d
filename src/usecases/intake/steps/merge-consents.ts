import type { ConsentRow } from '#domain/intake/consent-row.ts';
import { type ConsentSpan, revokedSince } from '#domain/intake/revoked-consents.ts';
import { type Instant, msOf } from '#kernel/time.ts';
import type { CsvRow } from '#readers/csv/shape.ts';
import type { NewConsent } from '#storage/contact-log/consents.ts';
import type { StandingConsent } from '#storage/intake/import-consents.ts';

/** A row of a file of consents, and where it stands. */
export type ReadConsent = { readonly at: CsvRow; readonly row: ConsentRow };

/** A consent that a row gives anew. */
export type GivenConsent = { readonly read: ReadConsent; readonly made: NewConsent };

/** A kept consent that a row ends, when and by which way. */
export type EndedConsent = {
  readonly consent: StandingConsent;
  readonly at: Instant;
  readonly source: string;
};

/** What makes two consents the same: whose, for what, given when and to whom. */
export function consentKey(
  consent: Pick<NewConsent, 'customerId' | 'kind' | 'contactPointId' | 'givenTo'> & {
    readonly debts: readonly string[];
    readonly occurredAt: Instant | null;
  },
): string {
  const { customerId, kind, contactPointId, givenTo, debts, occurredAt } = consent;
  const at = occurredAt === null ? null : msOf(occurredAt);
  return JSON.stringify([customerId, kind, contactPointId, givenTo, [...debts].sort(), at]);
}

/** A consent that another row of the file ends. */
function endedBy(made: NewConsent, { revokedAt, ...other }: NewConsent): NewConsent {
  const { revocationSource = null, revocationRecordedAt = null } = other;
  return { ...made, revokedAt: revokedAt ?? null, revocationSource, revocationRecordedAt };
}

const endsBefore = (at: Instant, end: Instant | null | undefined) => !end || msOf(at) < msOf(end);

/**
 * One consent of every key among the rows and what is kept: of several ends the earliest stands, in
 * whatever order the rows come. Counts the rows that moved an end and those that changed nothing.
 */
export function mergeConsents(
  rows: readonly GivenConsent[],
  kept: ReadonlyMap<string, StandingConsent>,
) {
  const given = new Map<string, GivenConsent>();
  const ended = new Map<string, EndedConsent>();
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
export function standingAmong(
  given: readonly GivenConsent[],
  over: readonly ConsentSpan[],
  ended: readonly EndedConsent[],
) {
  const isRevoked = revokedSince([
    ...over,
    ...ended.map(({ consent, at, source }) => ({
      ...{ ...consent, revokedAt: at, revocationSource: source },
    })),
    ...given.map(({ made }) => made),
  ]);
  const isOver = ({ made }: GivenConsent) => !made.revokedAt && isRevoked(made);
  return {
    fresh: given.filter((one) => !isOver(one)).map(({ made }) => made),
    revoked: given.filter(isOver),
  };
}
