import type { OptOutRequest, WordsChannel } from './opt-out-request.ts';

/** What a refusal closes: an address for some or all channels, a medium, or nothing by itself. */
export type Closing = {
  readonly kind: 'opt_out_address' | 'opt_out_medium';
  /** A channel, `all`, or null for every use of the address. */
  readonly channel: string | null;
  readonly contactPointId: string | null;
};

/** The words for what a person may say was closed. */
export const closable = ['address', 'address-all', 'phone_call', 'sms', 'email', 'all'] as const;
export type Closable = (typeof closable)[number];

/** What is looked at when nothing is closed, the gravest first. */
const order = [
  ...(['deceased', 'cease', 'attorney', 'bankruptcy', 'wrong_person', 'dispute'] as const),
];

/** The scope of a request in one word: what it closes, or what a person has to look at. */
export function scopeWord({ kind, scope, medium, also, whole }: OptOutRequest): string | null {
  if (kind !== 'opt_out') {
    if (also.includes('inconvenient_time')) return 'time';
    return order.find((said) => also.includes(said)) ?? (whole ? null : 'unread');
  }
  if (scope === 'address') return medium === undefined ? 'address-all' : 'address';
  return scope === 'all' ? 'all' : (medium ?? 'all');
}

/**
 * What a scope closes. An address that nobody knows closes the telephone instead: words told on a
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
  if (scope === 'time' || scope === 'unread' || (order as readonly string[]).includes(scope))
    return null;
  return { kind: 'opt_out_medium', channel: scope, contactPointId: null };
}
