import type { PartialSettings } from '#domain/policy/default-settings.ts';
import type { PortfolioPolicy } from '#domain/policy/portfolio-policy.ts';
import type { SmallBook } from '#test/support/books/small-book.ts';
import type { World } from '#test/support/world/fresh-world.ts';

/** Two policies that differ in one field, and what shows that it is obeyed. */
export type PolicyRow<Seen> = {
  /** What both policies have over the default. */
  readonly given?: PartialSettings;
  /** The field's value in the second one. */
  readonly to: unknown;
  readonly seen: Seen;
};

/** Rows whose difference pure functions show. */
export type PureRows = Readonly<Record<string, PolicyRow<(policy: PortfolioPolicy) => unknown>>>;

/** What a world with one portfolio under the policy shows. */
export type Lived = (world: World, book: SmallBook) => Promise<unknown>;
