import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { referenceForms, referenceFormsSql } from '#domain/intake/named-references.ts';
import { nameWords, nameWordsSql } from '#domain/intake/names.ts';
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
