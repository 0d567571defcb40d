/** How a letter or notice of the office may go out. */
export const sendingWays = ['post', 'email', 'portal', 'hand'] as const;

/** One of `sendingWays`. */
export type SendingWay = (typeof sendingWays)[number];

/** What the gate is asked of each way: the channel, and to which kinds of point, the best first. */
export const sentThrough: Readonly<
  Record<SendingWay, { readonly channel: 'letter' | 'email'; readonly kinds: readonly string[] }>
> = {
  post: { channel: 'letter', kinds: ['mail'] },
  email: { channel: 'email', kinds: ['email'] },
  // What waits in a portal is read when they choose, as a letter is.
  portal: { channel: 'letter', kinds: ['email', 'mail', 'mobile'] },
  hand: { channel: 'letter', kinds: ['mail'] },
};
