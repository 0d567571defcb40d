import { type Kysely, sql } from 'kysely';
import type { MatchCandidate } from '#domain/intake/matching.ts';
import { referenceFormsSql } from '#domain/intake/named-references.ts';
import { nameWordsSql } from '#domain/intake/names.ts';
import type { DB } from '#storage/tables.ts';

/** What is looked for among the open items of a portfolio. */
export type Wanted = {
  readonly tenantId: string;
  readonly portfolioId: string;
  /** References as `referenceForms` writes them. */
  readonly keys: readonly string[];
  readonly amountsMinor: readonly bigint[];
  /** Names of payers as `namesToLookUp` writes them. */
  readonly names: readonly string[];
};

/** Candidates found at once; a statement that fits more open items fits none. */
const maxCandidates = 20_000;

/** SQL: whether the given form of a reference (0: as compared, 1: also without zeros within) is wanted. */
const isNamed = (column: string, form: 0 | 1, keys: readonly string[]) =>
  sql`${sql.raw(referenceFormsSql(column)[form])} = any(${[...keys]}::text[])`;
const payerWords = sql.raw(nameWordsSql('c.name'));

/**
 * Open items of the portfolio that any of the wanted references, amounts or names fits. Each way has
 * its index, so that a payment is looked up in a large book without reading all of it.
 */
export async function findCandidates(
  tx: Kysely<DB>,
  wanted: Wanted,
): Promise<readonly MatchCandidate[]> {
  const { rows } = await candidatesSql(wanted).execute(tx);
  return rows;
}

/** The query behind `findCandidates`. */
export function candidatesSql({ tenantId, portfolioId, keys, amountsMinor, names }: Wanted) {
  const open = sql`i.portfolio_id = ${portfolioId}::uuid and i.balance_minor > 0`;
  const amounts = sql`${amountsMinor.map(String)}::bigint[]`;
  return sql<MatchCandidate>`
    with hits as (
      select i.customer_id, i.id from items i where ${open} and i.balance_minor = any(${amounts})
      union
      select i.customer_id, i.id from items i where ${open} and ${isNamed('i.reference', 0, keys)}
      union
      select i.customer_id, i.id from items i where ${open} and ${isNamed('i.reference', 1, keys)}
      union
      select i.customer_id, i.id from accounts a
      join items i on i.customer_id = a.customer_id and i.account_id = a.id
      where ${open} and a.portfolio_id = ${portfolioId}::uuid and ${isNamed('a.reference', 0, keys)}
      union
      select i.customer_id, i.id from customers c join items i on i.customer_id = c.id
      where ${open} and c.tenant_id = ${tenantId}::uuid and ${isNamed('c.reference', 0, keys)}
      union
      select i.customer_id, i.id from customers c join items i on i.customer_id = c.id
      where ${open} and c.tenant_id = ${tenantId}::uuid
        and ${payerWords} = any(${[...names]}::text[])
    )
    select i.id as item_id, i.account_id, i.customer_id, i.reference as item_reference,
      a.reference as account_reference, c.reference as customer_reference,
      c.name as customer_name, i.balance_minor, i.currency, i.due_on
    from hits h join items i on i.customer_id = h.customer_id and i.id = h.id
    join accounts a on a.customer_id = i.customer_id and a.id = i.account_id
    join customers c on c.id = i.customer_id
    order by i.due_on, i.id limit ${maxCandidates}`;
}
