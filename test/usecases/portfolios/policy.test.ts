import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as policy from '#contract/admin/policy.ts';
import { allPortfolios } from '#storage/portfolios/portfolio-rows.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { policyOf } from '#usecases/portfolios/steps/portfolio-policy.ts';

const reason = 'The creditor asked for it';

test('the policy of a portfolio', async (t) => {
  const world = await freshWorld();
  const book = await smallBook(world, { settings: { rejectLimit: 2 } });
  const portfolioId = book.portfolio.id;
  const other = await book.addPortfolio({ currency: 'JPY' });
  const manager = await world.user('manager', portfolioId);
  const read = () => world.call(policy.readPolicy, manager, { portfolioId });

  await t.test('shows what is in force: what is stored over the defaults', async () => {
    const { version, settings, versions } = await read();
    assert.equal(version, 1);
    assert.equal(settings.rejectLimit, 2);
    assert.equal(settings.entry.graceDays, 3);
    assert.equal(settings.agreements.authority.agent.minInstalment, '10');
    assert.deepEqual(settings.gate.ruleHours, {});
    assert.deepEqual(
      versions.map((one) => [one.version, one.madeBy, one.reason, one.changes]),
      [[1, null, 'test', []]],
    );
  });

  await t.test('saving what was read changes nothing, however amounts are written', async () => {
    const { version, settings } = await read();
    const entry = { ...settings.entry, minAmount: '0.00' };
    const input = { portfolioId, version, settings: { ...settings, entry }, reason };
    assert.deepEqual(await world.call(policy.setPolicy, manager, input), {
      ...{ version, changed: 0, proposed: 0 },
    });
    assert.equal((await read()).version, version);
  });

  await t.test(
    'a change is a version with reason, old and new; a second person confirms most of it',
    async () => {
      const { version, settings } = await read();
      const { agreements } = settings;
      const { authority } = agreements;
      const agent = { ...authority.agent, minInstalment: '25.5', maxPromiseDays: 7 };
      const wanted = {
        ...settings,
        shape: 'long-service' as const,
        entry: { ...settings.entry, graceDays: 5, minAmount: '20', exitAmount: '2.50' },
        agreements: { ...agreements, authority: { ...authority, agent } },
        wipLimits: { working: 400 },
        monthlyCollectionTarget: '120000',
      };
      const done = await world.call(policy.setPolicy, manager, {
        ...{ portfolioId, version, settings: wanted, reason },
      });
      assert.deepEqual([done.changed, done.proposed], [2, 6]);
      assert.deepEqual(
        (await read()).versions[0]?.changes.map((one) => [one.setting, one.old, one.new]),
        [
          ['monthlyCollectionTarget', null, '120000.00'],
          ['wipLimits.working', null, 400],
        ],
      );
      assert.equal((await read()).settings.agreements.authority.agent.maxPromiseDays, 14);
      const second = await world.user('compliance', portfolioId);
      const { proposals } = await world.call(policy.readProposals, second, {});
      const proposalId = proposals.find(({ outcome }) => outcome === null)?.id ?? '';
      await world.call(policy.answerProposal, second, { proposalId, confirmed: true });

      const [stored] = (await allPortfolios(world.db, world.app.tenantId)).filter(
        ({ id }) => id === portfolioId,
      );
      assert.ok(stored);
      const inForce = await policyOf(world.app, world.db, stored);
      assert.equal(inForce.entry.minMinor, 2000n);
      assert.equal(inForce.entry.exitMinor, 250n);
      assert.equal(inForce.shape, 'long-service');
      assert.equal(inForce.agreements.authority.agent?.minInstalment, 2550n);
      assert.equal(inForce.agreements.authority.supervisor?.minInstalment, 1000n);

      const { versions } = await read();
      const [change] = versions;
      assert.deepEqual([change?.version, change?.madeBy], [done.version + 1, 'manager']);
      assert.equal(change?.reason, reason);
      const byName = new Map(change?.changes.map((one) => [one.setting, [one.old, one.new]]));
      assert.deepEqual(byName.get('entry.graceDays'), [3, 5]);
      assert.deepEqual(byName.get('entry.minAmount'), ['0', '20.00']);
      assert.deepEqual(byName.get('agreements.authority.agent.minInstalment'), ['10', '25.50']);
    },
  );

  await t.test('whoever read an older policy does not overwrite a newer one', async () => {
    const { settings } = await read();
    const input = { portfolioId, version: 1, settings, reason };
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
      ...{ portfolioId: other.id, version: yen.version, settings: wrong, reason },
    });
    assert.equal(status, 400);
    assert.deepEqual(
      (body['problems'] as { path: string }[]).map(({ path }) => path),
      ['entry.minAmount', 'verification.answersNeeded', 'entry.exitAmount'],
    );
  });

  await t.test('country and caller id are checked, change later, and holidays follow', async () => {
    const moved = { portfolioId, reason: 'the book moved' };
    const change = (country: string, callerId: string) =>
      world.request(policy.changePortfolio, manager, { ...moved, country, callerId });
    const wrong = await change('XX', '12');
    assert.equal(wrong.status, 400);
    assert.deepEqual(
      (wrong.body['problems'] as { path: string }[]).map(({ path }) => path),
      ['country', 'callerId'],
    );
    const mine = async () => {
      const { portfolios } = await world.call(policy.listPolicies, manager, {});
      return portfolios[0];
    };
    const holidays = async () => {
      const all = await allPortfolios(world.db, world.app.tenantId);
      const stored = all.find(({ id }) => id === portfolioId);
      assert.ok(stored);
      return (await policyOf(world.app, world.db, stored)).calendar.holidays;
    };
    assert.equal((await holidays()).has('2026-07-03'), true, 'Independence Day observed');
    assert.equal((await change('GB', '020 7946 0100')).status, 200);
    assert.deepEqual([(await mine())?.country, (await mine())?.callerId], ['US', '+442079460100']);
    const second = await world.user('manager');
    const { proposals } = await world.call(policy.readProposals, second, {});
    const proposalId = proposals.find(({ answeredAt }) => answeredAt === null)?.id ?? '';
    await world.call(policy.answerProposal, second, { proposalId, confirmed: true });
    assert.deepEqual([(await mine())?.country, (await mine())?.callerId], ['GB', '+442079460100']);
    assert.equal((await holidays()).has('2026-07-03'), false);
    const again = await change('GB', '+442079460100');
    assert.equal(again.body['changed'], 0);
  });

  await t.test('a manager of one portfolio sees and changes that one only', async () => {
    const { portfolios } = await world.call(policy.listPolicies, manager, {});
    assert.deepEqual(
      portfolios.map(({ id }) => id),
      [portfolioId],
    );
    const theirs = { portfolioId: other.id };
    assert.equal((await world.request(policy.readPolicy, manager, theirs)).status, 403);
    const { version, settings } = await read();
    const input = { ...theirs, version, settings, reason };
    assert.equal((await world.request(policy.setPolicy, manager, input)).status, 403);
  });
});
