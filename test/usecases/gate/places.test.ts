import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as compliance from '#contract/compliance/compliance.ts';
import * as alarms from '#contract/compliance/gate-alarms.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { importFile } from '#test/support/books/import-file.ts';
import { type MadeCase, smallBook } from '#test/support/books/small-book.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';
import { callFromDesk } from '#test/support/world/gate-log.ts';

/** The answer by every channel, without what differs from one customer to the next. */
async function answersFor(world: World, officer: Actor, caseId: string, at: string) {
  const { ways } = await world.call(compliance.askWhyNot, officer, { caseId, at });
  return ways.map(({ contactPointId, masked, ...answer }) => answer);
}

const moments = ['2026-12-02T13:10:00Z', '2026-12-02T18:00:00Z', '2026-12-06T15:00:00Z'];

test('a state written out gets the answers of its code, by every channel', async () => {
  const world = await freshWorld();
  const book = await smallBook(world);
  const officer = await world.user('compliance');
  const same = [
    ['DC', 'District of Columbia', 'dc', 'Distrito de Columbia'],
    ['NY', 'New York', 'N.Y.'],
    ['TN', 'Tennessee', 'US-TN'],
  ];
  for (const spellings of same) {
    const made: MadeCase[] = [];
    for (const region of spellings) {
      made.push(await book.addCase({ customer: { region, city: null, postalCode: null } }));
    }
    for (const at of moments) {
      const [code, ...others] = await Promise.all(
        made.map(({ caseId }) => answersFor(world, officer, caseId, at)),
      );
      for (const other of others) assert.deepEqual(other, code, `${spellings[0]} at ${at}`);
    }
  }
});

test('an address that names two states is answered by the law and the clock of both', async () => {
  const world = await freshWorld();
  const book = await smallBook(world);
  const officer = await world.user('compliance');
  const [early, noon] = moments;
  const answers = async (region: string, postalCode: string, at = '') => {
    const home = { region, city: 'Washington', postalCode };
    const made = await book.addCase({ customer: { ...home, phones: ['+12025550142'] } });
    return answersFor(world, officer, made.caseId, at);
  };
  const rules = (all: Awaited<ReturnType<typeof answersFor>>) =>
    all.flatMap(({ channel, reasons }) => reasons.map(({ rule }) => `${channel} ${rule}`));
  for (const at of [early, noon]) {
    const [both, one, other] = await Promise.all([
      answers('WA', '20001', at),
      answers('WA', '98101', at),
      answers('DC', '20001', at),
    ]);
    const told = new Set(rules(both));
    for (const rule of [...rules(one), ...rules(other)]) assert.ok(told.has(rule), `${rule} ${at}`);
  }
});

test('a region that nobody can read is loaded as it stands, refuses contact and rings', async () => {
  const world = await freshWorld();
  const book = await smallBook(world);
  const [office, officer] = [await world.user('back_office'), await world.user('compliance')];
  const content = [
    'customerReference,name,region,city,mobile,itemReference,dueOn,amount',
    'P-1,May Moore,Distrct of Columbia,Washington,+12025550142,IN-1,2026-06-10,100.00',
    'P-2,Sam Field,,Washington,+12025550143,IN-2,2026-06-10,100.00',
  ].join('\n');
  await importFile(world, office, { portfolioId: book.portfolio.id, content });
  const rows = await world.db.selectFrom('customers').select(['region', 'reference']).execute();
  assert.deepEqual(
    rows.filter(({ reference }) => reference.startsWith('P-')).map(({ region }) => region),
    ['Distrct of Columbia', null],
  );

  const made = await book.addCase({ customer: { region: 'Distrct of Columbia' } });
  const agent = await world.user('agent');
  const reply = await callFromDesk(world, agent, made);
  assert.equal(reply.status, 409);
  const open = await world.call(alarms.readAlarms, officer, {});
  assert.deepEqual(
    open.alarms.map(({ kind, key }) => [kind, key]),
    [['place-unknown', 'US']],
  );
  const answers = await answersFor(world, officer, made.caseId, moments[1] ?? '');
  assert.ok(answers.length > 0);
  for (const { verdict, reasons } of answers) {
    assert.equal(verdict, 'refused');
    assert.ok(reasons.some(({ rule }) => rule === 'DUNLIN-PLACE-UNKNOWN'));
  }
});

test('a portfolio without a calling number places no call, and says why', async () => {
  const world = await freshWorld();
  const book = await smallBook(world, { callerId: '' });
  const [agent, officer] = [await world.user('agent'), await world.user('compliance')];
  const made = await book.addCase();
  assert.equal((await callFromDesk(world, agent, made)).status, 409);
  const open = await world.call(alarms.readAlarms, officer, {});
  assert.deepEqual(
    open.alarms.map(({ kind }) => kind),
    ['no-caller-id'],
  );
  const { ways } = await world.call(compliance.askWhyNot, officer, { caseId: made.caseId });
  const against = (channel: string) =>
    ways
      .filter((way) => way.channel === channel)
      .flatMap(({ reasons }) => reasons.map(({ rule }) => rule));
  assert.ok(against('phone_call').includes('DUNLIN-NO-CALLER-ID'));
  assert.ok(!against('sms').includes('DUNLIN-NO-CALLER-ID'));
});
