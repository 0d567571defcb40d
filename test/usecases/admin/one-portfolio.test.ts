import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConnection } from '#contract/admin/connections.ts';
import { readPolicy } from '#contract/admin/policy.ts';
import { createPortfolio, readMaps, saveMap } from '#contract/intake.ts';
import { whoAmI } from '#contract/workforce.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';

const wanted = {
  name: 'Cars',
  creditorName: 'Northern Cars',
  kind: 'consumer',
  product: 'loan',
  currency: 'USD',
  country: 'US',
  zone: 'America/New_York',
  collectorRole: 'original_creditor',
  callerId: '',
} as const;

const slot = { port: 'telephony', scope: '' } as const;

const map = {
  ...{ columns: { accountReference: 'Ref', amount: 'Amount', paidOn: 'Date' } },
  ...{ dateFormat: 'ymd', dateFormats: {}, decimal: 'point', constants: {}, values: {} },
  ...{ debtTypes: {}, buckets: {}, asOf: null, settled: 'take' },
};

test('whoever manages one portfolio makes no others, nor sees the maps of their files', async () => {
  const world = await freshWorld();
  const here = (await smallBook(world)).portfolio.id;
  const manager = await world.user('manager');
  const there = (await world.call(createPortfolio, manager, wanted)).id;
  const local = await world.user('manager', here);
  const refused = await world.request(createPortfolio, local, { ...wanted, name: 'Boats' });
  assert.equal(refused.status, 403);
  const { rights } = await world.call(whoAmI, local, {});
  assert.equal(rights.includes('portfolio.create'), false, 'so the button is not shown');

  const kept = { kind: 'payments', name: 'Bank file', map } as const;
  await world.call(saveMap, manager, { ...kept, portfolioId: there });
  const known = await world.call(readMaps, manager, { kind: 'payments', portfolioId: there });
  assert.deepEqual(
    known.maps.map(({ name }) => name),
    ['Bank file'],
  );
  const tried = await world.request(saveMap, local, { ...kept, portfolioId: there });
  assert.equal(tried.status, 403);
  const looked = await world.request(readMaps, local, { kind: 'payments', portfolioId: there });
  assert.equal(looked.status, 403);
  const own = await world.call(readMaps, local, { kind: 'payments', portfolioId: here });
  assert.deepEqual(own.maps, []);
});

test('whoever administers one portfolio chooses no connections for all', async () => {
  const world = await freshWorld();
  const local = await world.user('administrator', (await smallBook(world)).portfolio.id);
  assert.equal((await world.request(readConnection, local, slot)).status, 403);
  await world.call(readConnection, await world.user('administrator'), slot);
});

test('a portfolio starts with the days off of its country', async () => {
  const world = await freshWorld();
  const manager = await world.user('manager');
  const weekendIn = async (country: string, zone: string) => {
    const made = { ...wanted, name: `Boats in ${country}`, country, zone };
    const { id: portfolioId } = await world.call(createPortfolio, manager, made);
    return (await world.call(readPolicy, manager, { portfolioId })).settings.weekend;
  };
  assert.deepEqual(await weekendIn('IL', 'Asia/Jerusalem'), [5, 6]);
  assert.deepEqual(await weekendIn('GB', 'Europe/London'), [6, 7]);
});
