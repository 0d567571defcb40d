import type { OptOutRequest, WordsChannel } from './opt-out-request.ts';

/** What a refusal closes: an address for some or all channels, a medium, or nothing by itself. */
export type Closing = {
  readonly kind: 'opt_out_address' | 'opt_out_medium';
  /** A channel, `all`, or null for every use of the address. */
  readonly channel: string | null;
  readonly contactPointId: string | null;
};

/** The words for what a person may say was closed. */
export const closable = [
  ...(['address', 'address-all', 'phone_call', 'sms', 'email', 'all'] as const),
  ...(['only-letter', 'only-email', 'only-sms', 'only-messaging', 'only-phone_call'] as const),
] as const;
export type Closable = (typeof closable)[number];

/** What a person has to look at, the gravest first. */
const order = [
  ...(['danger', 'deceased', 'cease', 'attorney', 'bankruptcy', 'coerced_debt', 'minor'] as const),
  'wrong_person' as const,
  ...(['health', 'dispute', 'paid'] as const),
];

/**
 * What closes all contact from its receipt until somebody has looked: who knows of an attorney, a
 * petition, a minor, a coerced or a disputed debt is bound by it (12 CFR 1006.6(b)(2), 11 USC 362(a), 12 CFR
 * 1006.6(a)(2), 1006.38(d); a debt said to be paid is checked before it is asked for again, N.Y. Gen. Bus. Law §604-bb), and by a time at which they do not want to be reached (1006.6(b)(1)).
 */
const closesAll: readonly string[] = [
  ...['attorney', 'bankruptcy', 'coerced_debt', 'minor', 'dispute', 'paid', 'time'],
];

/** What closes nothing by itself, and waits for a person to look; danger lays a hold beside. */
const looksOnly: readonly string[] = ['unread', 'unclear', 'health', 'danger'];

/** Whether a scope only waits for a person to look at the words. */
export const isToLookAt = (scope: string): boolean => looksOnly.includes(scope);

/** The scope of a request in one word: what it closes, or what was told that closes something. */
export function scopeWord(request: OptOutRequest): string | null {
  const { kind, scope, medium, also, whole, understood } = request;
  if (kind !== 'opt_out') {
    const told = order.find((said) => also.includes(said));
    const isOfDebt = told === 'dispute' || told === 'paid';
    if (told !== undefined && !isOfDebt) return told;
    if (also.includes('inconvenient_time')) return 'time';
    if (told !== undefined || !whole) return told ?? 'unread';
    return understood ? null : 'unclear';
  }
  if (also.some((said) => closesAll.includes(said))) return 'all';
  if (scope === 'only') return `${only}${medium}`;
  // Nobody's telephone is called about somebody else, whatever way they said so.
  const isOther = also.includes('wrong_person');
  if (scope === 'address') return medium === undefined || isOther ? 'address-all' : 'address';
  return scope === 'all' || isOther ? 'all' : (medium ?? 'all');
}

const only = 'only-';

/** Media that a wish for one way only closes, but that one. */
const everyMedium: readonly string[] = [
  ...['phone_call', 'sms', 'email', 'letter', 'messaging', 'chat', 'push', 'social_dm'],
];

/**
 * All that a scope closes: one thing, or for `only-letter` and its like every other medium (12 CFR
 * 1006.14(h)(1), 1006.6(b)(1); CONC 7.9.4R).
 */
export function closingsOf(
  scope: string,
  from: { readonly channel: WordsChannel; readonly contactPointId: string | null },
): readonly Closing[] {
  if (!scope.startsWith(only)) return [closingOf(scope, from)].filter((one) => one !== null);
  const kept = scope.slice(only.length);
  return everyMedium
    .filter((medium) => medium !== kept)
    .map((channel) => ({ kind: 'opt_out_medium', channel, contactPointId: null }));
}

/** Whether a scope closes only until somebody says what it is. */
export const isToldOnly = (scope: string): boolean =>
  scope === 'wrong_person' || closesAll.includes(scope);

/** Whether words tell more than what is to be closed, so that a person has to look at them. */
export const tellsMore = ({ also }: Pick<OptOutRequest, 'also'>): boolean =>
  also.some(
    (said) => ['wrong_person', 'health', 'danger'].includes(said) || closesAll.includes(said),
  );

/**
 * What a scope closes; what was only told, until a person has looked. An address that nobody knows closes the telephone instead: words told on a
 * call or in a note name the number that was called.
 */
export function closingOf(
  scope: string,
  from: { readonly channel: WordsChannel; readonly contactPointId: string | null },
): Closing | null {
  const { contactPointId } = from;
  if (scope === 'address' || scope === 'address-all') {
    if (contactPointId === null) {
      return { kind: 'opt_out_medium', channel: 'phone_call', contactPointId: null };
    }
    const channel = scope === 'address' ? from.channel : null;
    return { kind: 'opt_out_address', channel, contactPointId };
  }
  if (scope === 'wrong_person') {
    return contactPointId === null
      ? null
      : { kind: 'opt_out_address', channel: null, contactPointId };
  }
  if (closesAll.includes(scope)) {
    return { kind: 'opt_out_medium', channel: 'all', contactPointId: null };
  }
  // A death and a written cease are facts of their own; what nobody could read closes nothing by guess.
  if (isToLookAt(scope) || order.some((said) => said === scope)) return null;
  return { kind: 'opt_out_medium', channel: scope, contactPointId: null };
}
