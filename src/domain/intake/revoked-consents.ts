import { type Instant, msOf } from '#kernel/time.ts';

/** What a consent is for, and when it was given and ended. */
export type ConsentSpan = {
  readonly customerId: string;
  readonly kind: string;
  /** Null: every number or address. */
  readonly contactPointId: string | null;
  /** None means every debt. */
  readonly debts: readonly string[];
  readonly givenTo: string;
  readonly occurredAt: Instant | null;
  readonly receivedAt: Instant;
  readonly revokedAt?: Instant | null | undefined;
  readonly revocationSource?: string | null | undefined;
};

/** Ends that are no word of the person: its time ran out, or its import was taken back. */
const NOT_REVOKED: readonly (string | null | undefined)[] = ['expired', 'import-taken-back'];

const groupOf = ({ customerId, kind, givenTo }: ConsentSpan) =>
  JSON.stringify([customerId, kind, givenTo]);

/**
 * Tells whether a consent was given before the person revoked another for the same: a list that still
 * names it knows nothing newer. Only one given after the revocation stands.
 *
 * @param consents all that the book and the file know, standing or over
 */
export function revokedSince(consents: readonly ConsentSpan[]): (given: ConsentSpan) => boolean {
  const revoked = consents.filter(
    ({ revokedAt, revocationSource }) => revokedAt && !NOT_REVOKED.includes(revocationSource),
  );
  const groups = Map.groupBy(revoked, groupOf);
  return (given) => {
    const givenMs = msOf(given.occurredAt ?? given.receivedAt);
    return (groups.get(groupOf(given)) ?? []).some(
      (other) => other.revokedAt && givenMs <= msOf(other.revokedAt) && isForSame(given, other),
    );
  };
}

/** Whether two consents of one group may be for the same: what one of them leaves open is any. */
function isForSame(one: ConsentSpan, other: ConsentSpan): boolean {
  const points = [one.contactPointId, other.contactPointId];
  return (
    (points.includes(null) || points[0] === points[1]) &&
    (one.debts.length === 0 ||
      other.debts.length === 0 ||
      one.debts.some((debt) => other.debts.includes(debt)))
  );
}
