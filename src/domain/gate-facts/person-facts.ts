import type { Consumer } from '#domain/gate/facts/facts.ts';
import type { CountsAsCustomer } from '#domain/gate/place-law.ts';
import { hearsForCustomer } from '#domain/parties/party-roles.ts';
import { type Instant, msOf } from '#kernel/time.ts';
import type { GateRows } from './gate-rows.ts';
import { bound, live } from './standing-rows.ts';

/** The list of channels is told of the person, not as a consent. */
export const isConsent = ({ kind }: GateRows['consents'][number]) => kind !== 'authorised_channels';

type KeptConsent = GateRows['consents'][number];

/**
 * Whether a consent was given for the debts that a contact is about: it opens nothing for the debts of
 * another portfolio. One of which nobody knows for what it was given counts where the person owes on
 * one portfolio alone, or for that of the debts that it names.
 */
export function isGivenFor(
  { debts }: GateRows,
  { portfolioId, debts: named }: KeptConsent,
  about: readonly string[],
): boolean {
  const portfolioOf = new Map(debts.map((debt) => [debt.id, debt.portfolioId]));
  const owed = new Set(portfolioOf.values());
  const told =
    portfolioId === null ? named.flatMap((id) => portfolioOf.get(id) ?? []) : [portfolioId];
  const given = new Set(told.length === 0 && owed.size === 1 ? owed : told);
  const asked = about.length === 0 ? owed : about.map((id) => portfolioOf.get(id));
  return [...asked].every((id) => id !== undefined && given.has(id));
}

/**
 * The channels that the person authorised for this collector and these debts; absent where nobody
 * asked.
 */
export function authorisedIn(
  rows: GateRows,
  actorId: string,
  at: Instant,
  about: readonly string[],
) {
  const given = rows.consents.filter(
    (consent) =>
      !isConsent(consent) &&
      isGivenFor(rows, consent, about) &&
      consent.givenTo === actorId &&
      msOf(consent.receivedAt) <= msOf(at),
  );
  if (given.length === 0) return {};
  const standing = given.filter(({ revokedAt }) => !revokedAt || msOf(revokedAt) > msOf(at));
  const channels = standing.flatMap(({ details }) => details['channels'] as readonly string[]);
  return { authorised_channels: [...new Set(channels)] };
}

/** The last request not to be called at work, and whether it came in writing (209 CMR 18.16(1)(c)). */
export function workRequestIn(rows: GateRows, at: Instant): Pick<Consumer, 'work_request'> {
  const asked = bound(rows, at).findLast(
    ({ kind, details }) => kind === 'place_inconvenient' && details['place'] === 'work',
  );
  if (asked) {
    const { place: _, ...details } = asked.details;
    return { work_request: { ...details, received_at: asked.receivedAt } };
  }
  const said = live(rows).findLast(
    ({ kind, details }) => kind === 'inconvenient_place' && details['place'] === 'work',
  );
  if (!said) return {};
  return { work_request: { received_at: said.givenAt, in_writing: false, via: 'phone_call' } };
}

/** Notices that convey something about a debt by themselves. */
const noticeKinds: readonly string[] = ['validation_notice', 'letter_about_debt'];

/**
 * Whether this collector has conveyed something about every one of these debts (12 CFR 1006.2(d),
 * (e)): in a talk or a message that arrived, before the book came here, or by a notice that did not
 * come back. What an earlier collector said begins nothing for this one, nor what somebody was told
 * whom the law of the place does not take for the customer.
 */
export function isBegun(
  rows: GateRows,
  debts: readonly string[],
  at: Instant,
  of: {
    readonly isOwn: (by: string | null) => boolean;
    readonly counted: readonly CountsAsCustomer[];
  },
): boolean {
  const { isOwn, counted } = of;
  // A notice that names no debt is about the only one there is; of several it may be any.
  const named = rows.debts.length === 1 ? rows.debts.map(({ id }) => id) : [];
  const notices = bound(rows, at).filter(({ kind }) => noticeKinds.includes(kind));
  const told = [
    ...rows.conveyed.filter(({ by, person }) => isOwn(by) && hearsForCustomer(person, counted)),
    ...notices
      .filter(({ by }) => isOwn(by))
      .map(({ details }) => ({ debts: (details['debts'] as string[] | undefined) ?? named })),
  ];
  if (debts.length === 0) return told.length > 0;
  return debts.every((debt) => told.some((one) => one.debts.includes(debt)));
}
