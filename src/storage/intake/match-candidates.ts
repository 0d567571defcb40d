import { type Kysely, sql } from 'kysely';
import type { MatchCandidate } from '#domain/intake/matching.ts';
import { referenceFormsSql } from '#domain/intake/named-references.ts';
import { nameWordsSql } from '#domain/intake/names.ts';
import type { DB } from '#storage/tables.ts';

/** What is looked for among the open items of a portfolio. */
export type Wanted = {
  readonly portfolioId: string;
  /** References as `referenceForms` writes them. */
  readonly keys: readonly string[];
  readonly amountsMinor: readonly bigint[];
  /** Names of payers as `namesToLookUp` writes them. */
  readonly names: readonly string[];
};

/** Candidates found at once; a statement that fits more open items fits none. */
const maxCandidates = 20_000;

/** Whether a form of a reference is among the wanted keys; of items also without zeros within. */
const isNamed = (column: string, keys: readonly string[], forms: 1 | 2) => {
  const either = referenceFormsSql(column)
    .slice(0, forms)
    .map((form) => sql`${sql.raw(form)} = any(${[...keys]}::text[])`);
  return sql.join(either, sql` or `);
};
const payerNames = sql.raw(nameWordsSql('c.name'));

/** Open items of the portfolio that any of the wanted references, amounts or names fits. */
export async function findCandidates(
  tx: Kysely<DB>,
  { portfolioId, keys, amountsMinor, names }: Wanted,
): Promise<readonly MatchCandidate[]> {
  const { rows } = await sql<MatchCandidate>`
    select i.id as item_id, i.account_id, i.customer_id, i.reference as item_reference,
      a.reference as account_reference, c.reference as customer_reference,
      c.name as customer_name, i.balance_minor, i.currency, i.due_on
    from items i join accounts a on a.customer_id = i.customer_id and a.id = i.account_id
    join customers c on c.id = i.customer_id
    where i.portfolio_id = ${portfolioId}::uuid and i.balance_minor > 0
      and (i.balance_minor = any(${amountsMinor.map(String)}::bigint[])
        or ${isNamed('i.reference', keys, 2)} or ${isNamed('a.reference', keys, 1)}
        or (c.reference <> a.reference and ${isNamed('c.reference', keys, 1)}) or ${payerNames} = any(${[...names]}::text[]))
    order by i.due_on, i.id limit ${maxCandidates}`.execute(tx);
  return rows;
}
