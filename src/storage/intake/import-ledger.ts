import { sql } from 'kysely';
import { type Merge, refuse } from './import-checks.ts';
import { stagingTable } from './import-staging.ts';

/** What became of the rows of a ledger: those that were taken off others, and the first of their lines. */
export type Netted = { readonly rows: number; readonly lines: readonly number[] };

/** Lines that are named. */
const maxLines = 5;

/**
 * Nets the debits and credits of a ledger by account and reference: the first debit stays, with what is
 * left open of all. Credits without a debit, and more credit than debit, are refused: they are money of the
 * customer that the file does not tell the use of.
 */
export async function netLedger(merge: Merge): Promise<Netted> {
  const { tx, runId } = merge;
  const rows = stagingTable(runId);
  const groups = sql`select acct, item, sum(ledger_minor)::bigint as open,
      coalesce(sum(ledger_minor) filter (where ledger_minor > 0), 0)::bigint as billed,
      min(due_on) filter (where ledger_minor > 0) as due,
      min(line) filter (where ledger_minor > 0) as kept
    from ${rows} where ledger_minor is not null group by acct, item`;
  const facts = sql`jsonb_build_object('value', s.item)`;
  await refuse(merge, 'credit', 'credit-without-debit', {
    firsts: sql`select * from (${groups}) g where g.kept is null`,
    when: sql`s.acct = f.acct and s.item = f.item and s.ledger_minor is not null`,
    facts,
  });
  await refuse(merge, 'credit', 'credit-above-debit', {
    firsts: sql`select * from (${groups}) g where g.open < 0`,
    when: sql`s.acct = f.acct and s.item = f.item and s.ledger_minor is not null`,
    facts,
  });
  await sql`with g as (${groups})
    update ${rows} s set balance = g.open, amount = g.billed, due_on = g.due,
      ledger_minor = null, ended = case when g.open = 0 then 'paid' end
    from g where s.line = g.kept`.execute(tx);
  const { rows: gone } = await sql<{ line: number }>`
    delete from ${rows} where ledger_minor is not null returning at_line as line`.execute(tx);
  const lines = gone.map(({ line }) => line).sort((a, b) => a - b);
  return { rows: gone.length, lines: lines.slice(0, maxLines) };
}
