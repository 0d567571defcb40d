import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { DB } from '#storage/tables.ts';
import type { CaseRef } from './read-file.ts';

/** Whether the customer of a case `alias` is vulnerable: marked so, or held for it. */
const vulnerable = (alias: string) => `(
  exists (select 1 from customers u where u.id = ${alias}.customer_id and u.vulnerable)
  or exists (select 1 from holds h where h.customer_id = ${alias}.customer_id
    and h.kind = 'vulnerable' and h.lifted_at is null))`;

const trained = (user: string, alias: string) => `exists (select 1 from user_roles r
  where r.user_id = ${user} and r.role = 'specialist'
    and (r.portfolio_id is null or r.portfolio_id = ${alias}.portfolio_id))`;

/**
 * Whether the agent `:userId` may be handed a case: those of vulnerable customers go only to a
 * specialist of the portfolio. A condition of a hot statement on cases `alias`.
 */
export function handedPart(alias: string): string {
  return `(not ${vulnerable(alias)} or ${trained(':userId::uuid', alias)})`;
}

/** The same for other statements. */
export function mayBeHanded(userId: RawBuilder<unknown>, alias: string): RawBuilder<unknown> {
  const [before = '', after = ''] = trained('?', alias).split('?');
  return sql`(not ${sql.raw(vulnerable(alias))}
    or ${sql.raw(before)}${userId}${sql.raw(after)})`;
}

/** Whether one case may be handed to one person. */
export async function isHandedTo(db: Kysely<DB>, ref: CaseRef, userId: string): Promise<boolean> {
  const { rows } = await sql<{ handed: boolean }>`
    select ${mayBeHanded(sql`${userId}::uuid`, 'c')} as handed from cases c
    where c.customer_id = ${ref.customerId}::uuid and c.id = ${ref.caseId}::uuid
  `.execute(db);
  return rows[0]?.handed ?? false;
}
