import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { importInto } from '#boot/commands/import.ts';
import { readArguments } from '#boot/commands/import-arguments.ts';
import { allPortfolios } from '#storage/portfolios/portfolio-rows.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';

test('the import command makes a portfolio and says by its exit code what was not read', async () => {
  const { app } = await freshWorld();
  const folder = await mkdtemp(join(tmpdir(), 'dunlin-import-'));
  const run = async (name: string, rows: readonly string[], ...more: readonly string[]) => {
    const path = join(folder, name);
    const top = 'Customer ID,Customer Name,Invoice Number,Due Date,Amount,Balance';
    await writeFile(path, [top, ...rows].join('\n'));
    const make = [
      '--create',
      '--currency',
      'USD',
      '--country',
      'US',
      '--kind-of-debtor',
      'business',
      '--product',
      'business',
    ];
    const args = [path, '--portfolio', 'Seller', '--kind', 'book', ...make, ...more];
    return importInto(app, readArguments(args));
  };
  const good = ['1,Ann Lee,I-1,2026-01-13,10.00,10.00', '2,Bo Day,I-2,2026-01-14,20.00,15.00'];
  try {
    assert.equal(await run('all.csv', good, '--dry-run'), 0);
    const made = (await allPortfolios(app.db, app.tenantId)).find(({ name }) => name === 'Seller');
    assert.equal(made?.currency, 'USD');
    assert.equal(await run('all.csv', good), 0);

    // A credit is taken off no debt silently: it is set aside, listed, and the command fails.
    const credit = [...good, '2,Bo Day,C-3,2026-01-15,5.00-,5.00-'];
    assert.equal(await run('credit.csv', credit, '--dry-run'), 1);
    assert.equal(await run('credit.csv', credit), 1);
    const rejects = await readFile(join(folder, 'credit.csv.rejects.csv'), 'utf8');
    assert.match(rejects, /^4,Balance,balance,credit-set-aside,value=5.00-/m);
    assert.equal(await run('word.csv', [...good, '3,Cy Fox,I-4,2026-01-16,9.00,never']), 1);

    // A sum below its rows, with a word or without, is no row.
    assert.equal(await run('sum.csv', [...good, ',,,,30.00,25.00', 'Total,,,,30.00,25.00']), 0);
    const open = ['4,Dee Roe,I-5,03/04/2026,7.00,7.00'];
    assert.equal(await run('open.csv', open, '--take', 'amount=Nothing'), 2);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
