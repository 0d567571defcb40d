import { type Kysely, sql } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import type { Owned } from '#storage/cases/set-holds.ts';
import type { DB } from '#storage/tables.ts';
import { customerOf } from '#storage/whose.ts';
import type { FactTimes } from './contact-facts.ts';

/** What may turn out to have been different about an attempt. */
export type AttemptTruth = {
  readonly result: string | null;
  readonly person: string;
  readonly contactPointId: string | null;
  readonly debts: readonly string[];
  readonly conversationDebts: readonly string[];
  /** Whether something about a debt was conveyed; null when nobody knows. */
  readonly aboutDebt: boolean | null;
};

/** What was known of an attempt, with what it was for: that follows from the notice it was. */
type Known = AttemptTruth & { readonly purpose: string | null };

/** An attempt as it stands. */
export type AttemptRow = Known & {
  readonly id: string;
  readonly customerId: string;
  readonly portfolioId: string | null;
  readonly state: string;
  readonly attemptedAt: Instant;
};

/** An attempt of one of these people under its row lock; undefined when there is none. */
export async function lockAttempt(
  tx: Kysely<DB>,
  people: readonly string[],
  id: string,
): Promise<AttemptRow | undefined> {
  const customerId = await customerOf(tx, 'attempts', id);
  if (customerId === undefined || !people.includes(customerId)) return undefined;
  const { rows } = await sql<AttemptRow>`
    select id, customer_id, portfolio_id, state, attempted_at, result, person, contact_point_id, debts,
      conversation_debts, about_debt, purpose
    from attempts where customer_id = ${customerId}::uuid and id = ${id}::uuid for update
  `.execute(tx);
  return rows[0];
}

/** A correction as it is kept. */
export type NewCorrection = Owned &
  FactTimes & {
    readonly id: string;
    readonly attemptId: string;
    readonly was: Partial<Known>;
    readonly becomes: Partial<Known>;
    readonly reason: string;
    readonly recordedBy: string | null;
  };

/**
 * Keeps the correction, and makes the attempt what its corrections say. When the attempt itself was
 * first known and written down stays.
 */
export async function correctRow(
  tx: Kysely<DB>,
  correction: NewCorrection,
  truth: Known,
): Promise<void> {
  await tx
    .insertInto('attemptCorrections')
    .values({
      ...correction,
      was: JSON.stringify(correction.was),
      becomes: JSON.stringify(correction.becomes),
    })
    .execute();
  await tx
    .updateTable('attempts')
    .set({
      result: truth.result,
      person: truth.person,
      contactPointId: truth.contactPointId,
      debts: [...truth.debts],
      conversationDebts: [...truth.conversationDebts],
      aboutDebt: truth.aboutDebt,
      purpose: truth.purpose,
      state: 'ended',
    })
    .where('customerId', '=', correction.customerId)
    .where('id', '=', correction.attemptId)
    .execute();
}
