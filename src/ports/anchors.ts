import type { Instant } from '#kernel/time.ts';

/** The end of the chain of seals on one day. */
export type Anchor = { readonly at: Instant; readonly block: string; readonly hash: string };

/** A place outside of the database where the ends of the chain of seals are kept, only ever added to. */
export type Anchors = {
  readonly last: () => Promise<Anchor | null>;
  readonly keep: (anchor: Anchor) => Promise<void>;
};
