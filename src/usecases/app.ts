import type { Kysely, Transaction } from 'kysely';
import type { Decision } from '#domain/compliance/decision.ts';
import type { Facts } from '#domain/compliance/facts.ts';
import type { Pack } from '#domain/compliance/pack.ts';
import { type Actor, may, type Right } from '#domain/workforce/rights.ts';
import type { IdMaker } from '#kernel/ids.ts';
import { Refusal } from '#kernel/refusal.ts';
import { type Clock, dateIn, type Instant, instantOf, type LocalDate } from '#kernel/time.ts';
import type { Telephony } from '#ports/telephony.ts';
import type { DB } from '#storage/tables.ts';

export type Db = Kysely<DB>;
export type Tx = Transaction<DB>;

/** Everything a use case may reach: made once in `boot`, made anew by every test. */
export type App = {
  readonly db: Db;
  readonly clock: Clock;
  readonly newId: IdMaker;
  /** The one gate: pure, over the rule packs found at start. */
  readonly gate: { readonly packs: readonly Pack[]; readonly decide: (facts: Facts) => Decision };
  readonly telephony: Telephony;
  readonly tenantId: string;
  /** Folder for uploaded files that are not yet imported. */
  readonly uploads: string;
};

/** The instant now, by the injected clock. */
export function now(app: App): Instant {
  return instantOf(app.clock());
}

/** The date now on the wall of a zone. */
export function today(app: App, zone: string): LocalDate {
  return dateIn(zone, app.clock());
}

/** Throws `not-allowed` unless the actor holds the right on that portfolio (or on any). */
export function allow(actor: Actor, right: Right, portfolioId?: string): void {
  if (!may(actor, right, portfolioId)) throw new Refusal('not-allowed', { right });
}

/** The system itself as an actor: jobs and the outbox reader. */
export const systemActor: Actor = { userId: null, name: 'system', roles: 'system' };
