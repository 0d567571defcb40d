/** How a letter or notice of the office may go out. */
export const sendingWays = ['post', 'email', 'portal', 'hand'] as const;

/** One of `sendingWays`. */
export type SendingWay = (typeof sendingWays)[number];

/** Those ways, and the others by which a notice that is owed can be given. */
export type GivingWay = SendingWay | 'sms' | 'other';

type Through = {
  readonly channel: 'letter' | 'email' | 'sms';
  readonly kinds: readonly string[];
};

/** What is missing where somebody has no point for a way, as a code of the problem's words. */
export function addressNeeded(way: GivingWay): string {
  const [kind] = way === 'other' || way === 'portal' ? ['any'] : sentThrough[way].kinds;
  return { mobile: 'mobile-number', email: 'e-mail-address' }[kind ?? ''] ?? 'address';
}

/** What the gate is asked of each way: the channel, and to which kinds of point, the best first. */
export const sentThrough: Readonly<Record<GivingWay, Through>> = {
  post: { channel: 'letter', kinds: ['mail'] },
  email: { channel: 'email', kinds: ['email'] },
  // What waits in a portal is read when they choose, as a letter is.
  portal: { channel: 'letter', kinds: ['email', 'mail', 'mobile'] },
  hand: { channel: 'letter', kinds: ['mail'] },
  sms: { channel: 'sms', kinds: ['mobile'] },
  // Given in person at a counter, by fax and the like: read as a paper is, wherever they are known.
  other: { channel: 'letter', kinds: ['mail', 'email', 'mobile', 'landline'] },
};
