import { type Kysely, sql } from 'kysely';
import type { Decision } from '#domain/gate/decision.ts';
import type { DB } from '#storage/tables.ts';

/** Names the decision that an attempt which was not reserved, such as a call of theirs, rests on. */
export async function keepAttemptDecision(
  tx: Kysely<DB>,
  customerId: string,
  attemptId: string,
  decisionId: string,
): Promise<void> {
  await sql`
    update attempts set decision_id = ${decisionId}::uuid
    where customer_id = ${customerId}::uuid and id = ${attemptId}::uuid
  `.execute(tx);
}

/** What was decided about an attempt; undefined where nothing was. */
export async function decisionOfAttempt(
  db: Kysely<DB>,
  customerId: string,
  attemptId: string,
): Promise<Decision | undefined> {
  const { rows } = await sql<{ decision: Decision }>`
    select d.decision from attempts a
    join decisions d on d.customer_id = ${customerId}::uuid and d.id = a.decision_id
    where a.customer_id = ${customerId}::uuid and a.id = ${attemptId}::uuid
  `.execute(db);
  return rows[0]?.decision;
}
