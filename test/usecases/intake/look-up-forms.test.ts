import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { referenceForms, referenceFormsSql } from '#domain/intake/named-references.ts';
import { nameWords, nameWordsSql } from '#domain/intake/names.ts';
import { candidatesSql } from '#storage/intake/match-candidates.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';

test('the database looks references and names up in the forms in which they are compared', async () => {
  const { db } = await freshWorld();
  const references = [
    'RE-0042',
    'INV-2026-001',
    '0007001',
    'Fuß-7',
    'ré 10/020',
    '+++090/9337/1+++',
    'א-0123',
  ];
  const names = [
    'Dr. Jürgen Müller-Groß',
    'OESTERGAARD, Søren',
    "Acme O'Neil GmbH & Co. KG",
    'דנה כהן',
    'ØSTERGÅRD',
  ];
  for (const each of references) {
    const forms = referenceFormsSql('x.v').map((form) => sql.raw(form));
    const { rows } = await sql<{ a: string; b: string }>`
      select ${forms[0]} as a, ${forms[1]} as b from (select ${each}::text as v) x`.execute(db);
    const [row] = rows;
    assert.deepEqual([...new Set([row?.a, row?.b])], [...referenceForms(each)], each);
  }
  for (const each of names) {
    const { rows } = await sql<{ words: string }>`
      select ${sql.raw(nameWordsSql('x.v'))} as words from (select ${each}::text as v) x`.execute(
      db,
    );
    assert.equal(rows[0]?.words, nameWords(each).join(' '), each);
  }
});

test('each way in which a payment finds its debt has an index that the look-up uses', async () => {
  const { app, db } = await freshWorld();
  const { portfolio } = await smallBook({ app, db });
  const wanted = { keys: ['RE42'], amountsMinor: [5_000n], names: ['arbor anna'] };
  const plan = await db.transaction().execute(async (tx) => {
    // In a book of nothing reading all of it is cheapest: without that way the plan shows the others.
    await sql`set local enable_seqscan = off`.execute(tx);
    const looked = candidatesSql({ tenantId: app.tenantId, portfolioId: portfolio.id, ...wanted });
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain (costs off) ${looked}`.execute(tx);
    return rows.map((row) => Object.values(row)[0]).join('\n');
  });
  const indexes = ['items_by_form', 'items_by_bare_form', 'accounts_by_form', 'customers_by_form'];
  for (const index of [...indexes, 'customers_by_words']) {
    // The index is asked for the wanted words, which it can only when both forms say the same.
    assert.match(plan, new RegExp(`${index} on .*\\n *Index Cond: .* = ANY`), index);
  }
});
