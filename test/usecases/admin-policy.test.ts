import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as policy from '#contract/admin-policy.ts';
import { allPortfolios } from '#storage/workforce/users.ts';
import { freshWorld } from '#test/support/fresh-world.ts';
import { smallBook } from '#test/support/small-book.ts';
import { portfolioPolicy } from '#usecases/portfolios/portfolio-policy.ts';

test('the policy of a portfolio', async (t) => {
  const world = await freshWorld();
  const book = await smallBook(world, { policy: { rejectLimit: 2, ownKey: 'kept' } });
  const portfolioId = book.portfolio.id;
  const other = await book.addPortfolio({ currency: 'JPY' });
  const manager = await world.user('manager', portfolioId);
  const read = () => world.call(policy.readPolicy, manager, { portfolioId });

  await t.test('shows what is in force: what is stored over the defaults', async () => {
    const { settings, changes } = await read();
    assert.equal(settings.rejectLimit, 2);
    assert.equal(settings.entry.minAmount, '0.01');
    assert.equal(settings.agreements.authority.agent.minInstalment, '10.00');
    assert.deepEqual(settings.gate.ukHours.sun, ['10:00', '18:00']);
    assert.deepEqual(changes, []);
  });

  await t.test('saving what was read changes nothing and logs nothing', async () => {
    const { revision, settings } = await read();
    const input = { portfolioId, revision, settings };
    assert.deepEqual(await world.call(policy.setPolicy, manager, input), { revision, changed: 0 });
    assert.deepEqual((await read()).changes, []);
  });

  await t.test('a change works at once, is logged with old and new, keeps other keys', async () => {
    const { revision, settings } = await read();
    const { agreements, gate } = settings;
    const { authority } = agreements;
    const agent = { ...authority.agent, minInstalment: '25.5', maxPromiseDays: 7 };
    const wanted = {
      ...settings,
      shape: 'long-service' as const,
      entry: { graceDays: 5, minAmount: '20', exitAmount: '2.50' },
      agreements: { ...agreements, authority: { ...authority, agent } },
      gate: { ...gate, ukHours: { ...gate.ukHours, sun: null } },
      wipLimits: { working: 400 },
      monthlyCollectionTarget: '120000',
    };
    const done = await world.call(policy.setPolicy, manager, {
      ...{ portfolioId, revision, settings: wanted },
    });
    assert.equal(done.changed, 9);

    const [stored] = (await allPortfolios(world.db, world.app.tenantId)).filter(
      ({ id }) => id === portfolioId,
    );
    assert.ok(stored);
    assert.equal(stored.policy['ownKey'], 'kept');
    const inForce = portfolioPolicy(stored);
    assert.equal(inForce.entry.minMinor, 2000n);
    assert.equal(inForce.entry.exitMinor, 250n);
    assert.equal(inForce.shape, 'long-service');
    assert.equal(inForce.agreements.authority.agent?.minInstalment, 2550n);
    assert.equal(inForce.agreements.authority.supervisor?.minInstalment, 1000n);

    const { changes } = await read();
    const [change] = changes;
    assert.equal(change?.actorName, 'manager');
    const byName = new Map(change?.changes.map((one) => [one.setting, [one.old, one.new]]));
    assert.deepEqual(byName.get('entry.graceDays'), [3, 5]);
    assert.deepEqual(byName.get('entry.minAmount'), ['0.01', '20.00']);
    assert.deepEqual(byName.get('gate.ukHours.sun'), [['10:00', '18:00'], null]);
    assert.deepEqual(byName.get('wipLimits.working'), [null, 400]);
  });

  await t.test('whoever read an older policy does not overwrite a newer one', async () => {
    const { settings } = await read();
    const input = { portfolioId, revision: 'older', settings };
    const { status, body } = await world.request(policy.setPolicy, manager, input);
    assert.equal(status, 409);
    assert.equal(body['reason'], 'policy-changed');
  });

  await t.test('what contradicts itself or is finer than the currency is refused', async () => {
    const all = await world.user('manager');
    const yen = await world.call(policy.readPolicy, all, { portfolioId: other.id });
    const wrong = {
      ...yen.settings,
      entry: { ...yen.settings.entry, minAmount: '100.5', exitAmount: '101' },
      verification: { questions: ['city'], answersNeeded: 2, wrongAllowed: 1 },
    };
    const { status, body } = await world.request(policy.setPolicy, all, {
      ...{ portfolioId: other.id, revision: yen.revision, settings: wrong },
    });
    assert.equal(status, 400);
    assert.deepEqual(
      (body['problems'] as { path: string }[]).map(({ path }) => path),
      ['entry.minAmount', 'verification.answersNeeded', 'entry.exitAmount'],
    );
  });

  await t.test('a manager of one portfolio sees and changes that one only', async () => {
    const { portfolios } = await world.call(policy.listPolicies, manager, {});
    assert.deepEqual(
      portfolios.map(({ id }) => id),
      [portfolioId],
    );
    const theirs = { portfolioId: other.id };
    assert.equal((await world.request(policy.readPolicy, manager, theirs)).status, 403);
    const { revision, settings } = await read();
    const input = { ...theirs, revision, settings };
    assert.equal((await world.request(policy.setPolicy, manager, input)).status, 403);
  });
});
