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

/**
 * Whether a consent was given before the person revoked another for the same: a list that still names
 * it knows nothing newer. Only one given after the revocation stands.
 */
export function isRevokedSince(given: ConsentSpan, others: readonly ConsentSpan[]): boolean {
  const givenMs = msOf(given.occurredAt ?? given.receivedAt);
  return others.some(
    (other) =>
      other.revokedAt &&
      !NOT_REVOKED.includes(other.revocationSource) &&
      givenMs <= msOf(other.revokedAt) &&
      isForSame(given, other),
  );
}

/** Whether two consents may be for the same: what one of them leaves open is any. */
function isForSame(one: ConsentSpan, other: ConsentSpan): boolean {
  const points = [one.contactPointId, other.contactPointId];
  const isOneDebt = one.debts.some((debt) => other.debts.includes(debt));
  return (
    one.customerId === other.customerId &&
    one.kind === other.kind &&
    one.givenTo === other.givenTo &&
    (points.includes(null) || points[0] === points[1]) &&
    (one.debts.length === 0 || other.debts.length === 0 || isOneDebt)
  );
}
