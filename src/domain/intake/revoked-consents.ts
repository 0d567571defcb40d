import { type Instant, msOf } from '#kernel/time.ts';

/** What a consent is for, and when it was given and ended. */
export type ConsentSpan = {
  readonly customerId: string;
  readonly kind: string;
  /** Of whose debts it was given; null where that was not told. */
  readonly portfolioId: string | null;
  /** Null: every number or address. */
  readonly contactPointId: string | null;
  /** None means every debt of the portfolio. */
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

/** A consent with the number or address it is for, which is the same on every record of the person. */
export type AddressedConsent = ConsentSpan & { readonly id: string; readonly value: string | null };

/**
 * The consents that end with one that the person revoked: those for the same, given before, on
 * whichever record of the person they are kept.
 *
 * @param all what the book knows of the person, the revoked one among it
 */
export function endedWith<Kept extends AddressedConsent>(
  revoked: Pick<Kept, 'id'> & { readonly at: Instant },
  all: readonly Kept[],
): readonly Kept[] {
  const [over] = all.filter(({ id }) => id === revoked.id);
  const endMs = msOf(revoked.at);
  return all.filter((other) => {
    if (!over || other === over || other.kind !== over.kind || other.givenTo !== over.givenTo)
      return false;
    const stands = !other.revokedAt || msOf(other.revokedAt) > endMs;
    const isBefore = msOf(other.occurredAt ?? other.receivedAt) <= endMs;
    return stands && isBefore && isForSame(byValue(over), byValue(other));
  });
}

const byValue = ({ value, debts }: AddressedConsent) => ({ contactPointId: value, debts });

/** Whether two consents of one group may be for the same: what one of them leaves open is any. */
type For = Pick<ConsentSpan, 'contactPointId' | 'debts'>;

function isForSame(one: For, other: For): boolean {
  const points = [one.contactPointId, other.contactPointId];
  return (
    (points.includes(null) || points[0] === points[1]) &&
    (one.debts.length === 0 ||
      other.debts.length === 0 ||
      one.debts.some((debt) => other.debts.includes(debt)))
  );
}
