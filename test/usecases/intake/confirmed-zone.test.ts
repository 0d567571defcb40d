import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importFile } from '#test/support/books/import-file.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { undoImport } from '#usecases/intake/undo-import.ts';

const header = [
  ...['Customer number', 'Name', 'Account', 'Invoice number', 'Due date', 'Amount', 'Country'],
  ...['State', 'City', 'Confirmed time zone'],
].join(',');
const row = (customer: string, city: string, zone: string) =>
  `C${customer},Ana Perez,A-${customer},INV-${customer},2026-08-31,100.00,US,${city},${zone}`;

test('a zone the customer confirmed comes in by a file, and goes when a file moves the address', async () => {
  const world = await freshWorld();
  const { portfolio } = await smallBook(world);
  const clerk = await world.user('back_office');
  const bring = (...lines: string[]) =>
    importFile(world, clerk, {
      ...{ portfolioId: portfolio.id, content: [header, ...lines].join('\n') },
    });
  const zones = async () => {
    const rows = await world.db
      .selectFrom('customers')
      .select(['reference', 'confirmedZone'])
      .orderBy('reference')
      .execute();
    return rows.map(({ confirmedZone }) => confirmedZone);
  };
  const first = await bring(
    row('1', 'IN,Gary', 'America/Chicago'),
    row('2', 'IN,Gary', 'America/Chicago'),
    row('3', 'IN,Gary', 'Central'),
  );
  assert.equal(first.counts['rejected'], 0);
  assert.deepEqual(await zones(), ['America/Chicago', 'America/Chicago', null]);
  const details = await world.db
    .selectFrom('importRejects')
    .select(['field', 'reason', 'rowKept'])
    .execute();
  assert.deepEqual(details, [{ field: 'confirmedZone', reason: 'unknown-zone', rowKept: true }]);
  const second = await bring(
    row('1', 'IN,South Bend', ''),
    row('2', 'OH,Columbus', 'America/New_York'),
    row('3', 'IN,Gary', ''),
  );
  assert.deepEqual(await zones(), [null, 'America/New_York', null]);
  const changes = await world.db
    .selectFrom('importChanges')
    .select(['reference', 'oldValue', 'newValue'])
    .where('importId', '=', second.id)
    .where('field', '=', 'confirmed_zone')
    .orderBy('reference')
    .execute();
  assert.deepEqual(
    changes.map(({ reference, oldValue, newValue }) => [reference, oldValue, newValue]),
    [
      ['C1', 'America/Chicago', null],
      ['C2', 'America/Chicago', 'America/New_York'],
    ],
  );
  await undoImport(world.app, clerk, { importId: second.id });
  assert.deepEqual(await zones(), ['America/Chicago', 'America/Chicago', null]);
});
