import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import * as cases from '#contract/cases.ts';
import { exportEvidence } from '#contract/compliance/evidence.ts';
import { listReadings } from '#contract/compliance/readings.ts';
import { readAddress } from '#contract/customers.ts';
import { openCase } from '#contract/desk.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { fileFields } from '#domain/events/file-views.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';

/** Names of what is told of customers, as they stand in answers. */
const personal = ['customerName', 'customerReference', 'birthDate', 'street', 'payerName'];

/** The names of all fields of an answer, however deep. */
function fieldsOf(schema: z.ZodType): ReadonlySet<string> {
  const json = JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'output' }));
  return new Set([...json.matchAll(/"(\w+)":\{/g)].map(([, name = '']) => name));
}

test('what people read and take out stands in the record', async (t) => {
  const world = await freshWorld();
  const book = await smallBook(world);
  const { caseId } = await book.addCase({ customer: { name: 'Read By Many', reference: 'R-1' } });
  const { caseId: otherId } = await book.addCase({});
  const [officer, agent, clerk] = [
    await world.user('compliance'),
    await world.user('agent'),
    await world.user('back_office'),
  ];
  const listed = async (input: { caseId?: string; userId?: string } = {}) =>
    (await world.call(listReadings, officer, input)).readings;

  await t.test('every endpoint says whose data it shows', () => {
    for (const { name, shows, input, output } of world.door.mounted as Endpoint[]) {
      if (shows === 'customer') {
        const ways = Object.keys(input.shape).filter((field) => Object.hasOwn(fileFields, field));
        assert.ok(ways.length > 0, `${name}: nothing in its input leads to the customer`);
      }
      const told = fieldsOf(output);
      const tells = personal.filter((field) => told.has(field));
      if (shows === 'nobody') assert.deepEqual(tells, [], name);
    }
  });

  await t.test('opening a file is one event in a quarter of an hour', async () => {
    await Promise.all([
      world.call(cases.readCase, clerk, { caseId }),
      world.call(cases.readHistory, clerk, { caseId }),
    ]);
    await world.call(cases.readCase, clerk, { caseId });
    const [only, ...more] = await listed({ caseId });
    assert.deepEqual(more, []);
    assert.equal(only?.userName, 'back_office');
    assert.equal(only?.view, 'case');
    assert.deepEqual(only?.customer, { reference: 'R-1', name: 'Read By Many' });
    await world.clock.advance(15 * 60_000);
    await world.call(cases.readCase, clerk, { caseId });
    assert.equal((await listed({ caseId })).length, 2);
  });

  await t.test('what was refused is no reading, and one’s own work is none', async () => {
    const before = (await listed()).length;
    assert.equal((await world.request(readAddress, agent, { caseId: otherId })).status, 403);
    await world.call(openCase, agent, { caseId: otherId });
    await world.call(cases.readCase, agent, { caseId: otherId });
    assert.equal((await listed()).length, before);
  });

  await t.test('a list taken out and a record exported are there, by user too', async () => {
    const manager = await world.user('manager');
    const { statusCode } = await world.server.inject({
      url: '/api/insight/board/rows.csv',
      query: { portfolioId: book.portfolio.id, state: 'reminded' },
      headers: { 'x-test-actor': manager.userId },
    });
    assert.equal(statusCode, 200);
    await world.call(exportEvidence, officer, { caseId, format: 'json' });
    const kinds = (rows: Awaited<ReturnType<typeof listed>>) => rows.map(({ kind }) => kind);
    assert.deepEqual(kinds(await listed({ userId: manager.userId })), ['list']);
    assert.deepEqual(kinds(await listed({ caseId })).toSorted(), [
      'evidence',
      'file',
      'file',
      'file',
    ]);
  });

  await t.test('an officer of another portfolio sees none of it', async () => {
    const { id } = await book.addPortfolio();
    const elsewhere = await world.user('compliance', id);
    const { readings } = await world.call(listReadings, elsewhere, {});
    assert.deepEqual(readings, []);
    const here = await world.user('compliance', book.portfolio.id);
    const seen = (await world.call(listReadings, here, {})).readings;
    assert.ok(seen.some(({ kind }) => kind === 'file'));
    assert.ok(seen.every(({ kind }) => kind !== 'list'));
  });
});
