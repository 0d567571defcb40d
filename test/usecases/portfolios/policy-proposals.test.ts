import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as policy from '#contract/admin/policy.ts';
import { defaultSettings } from '#domain/policy/default-settings.ts';
import { portfolioById } from '#storage/portfolios/portfolio-rows.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { reserveContact } from '#usecases/gate/steps/reserve-contact.ts';

/** 20:30 on a Wednesday in Berlin: the law names no hours, the house is closed from 20:00. */
const evening = '2026-11-18T19:30:00.000Z';
const reason = 'The works council agreed to a later evening';

test('a limit of the gate changes when a second person confirms it', async (t) => {
  const world = await freshWorld({ at: evening });
  const book = await smallBook(world);
  const { id: portfolioId } = book.portfolio;
  const other = await book.addPortfolio({});
  const german = { country: 'DE', region: 'DE-BE', zone: 'Europe/Berlin', phones: ['+4930901820'] };
  const made = await book.addCase({ customer: german });
  const proposer = await world.user('manager');
  const second = await world.user('compliance', portfolioId);
  const read = () => world.call(policy.readPolicy, proposer, { portfolioId });
  const listed = async () => (await world.call(policy.readProposals, second, {})).proposals;
  const isOpen = async () => {
    await world.db.deleteFrom('attempts').execute();
    const portfolio = await portfolioById(world.db, world.app.tenantId, portfolioId);
    assert.ok(portfolio);
    const reserved = await reserveContact(world.app, {
      ...{ customerId: made.customerId, caseId: made.caseId, contactPointId: made.phoneId },
      ...{ portfolio, userId: null, exceptAttempt: null },
    });
    return (
      reserved.reserved ||
      !reserved.decision.reasons.some(({ rule }) => rule === 'DUNLIN-HOUSE-HOURS')
    );
  };
  const change = async (until: string) => {
    const { version, settings } = await read();
    const wed = ['08:00', until] as const;
    const gate = { ...settings.gate, houseHours: { ...settings.gate.houseHours, wed } };
    const queue = { ...settings.queue, dailyGoal: settings.queue.dailyGoal + 1 };
    const wanted = { ...settings, gate, queue } as typeof settings;
    return world.request(policy.setPolicy, proposer, {
      ...{ portfolioId, version, settings: wanted, reason },
    });
  };

  await t.test('the house is open 8 to 20 on working days, 9 to 18 on Saturdays', () => {
    const { sat, sun, ...week } = defaultSettings.gate.houseHours;
    assert.deepEqual(new Set(Object.values(week).map(String)), new Set(['08:00,20:00']));
    assert.deepEqual([sat, sun], [['09:00', '18:00'], null]);
  });

  await t.test('one person proposes: the rest is saved, the old hours stay in force', async () => {
    const { body } = await change('21:00');
    assert.deepEqual([body['changed'], body['proposed']], [1, 1]);
    const { settings, versions } = await read();
    assert.deepEqual(settings.gate.houseHours.wed, ['08:00', '20:00']);
    assert.deepEqual(
      versions[0]?.changes.map(({ setting }) => setting),
      ['queue.dailyGoal'],
    );
    assert.equal(await isOpen(), false);
    const [waiting] = await listed();
    assert.deepEqual(
      [waiting?.proposedBy, waiting?.reason, waiting?.outcome, waiting?.changes],
      [
        'manager',
        reason,
        null,
        [{ setting: 'gate.houseHours.wed', old: ['08:00', '20:00'], new: ['08:00', '21:00'] }],
      ],
    );
  });

  await t.test('a second proposal waits for the answer to the first', async () => {
    const { status, body } = await change('20:30');
    assert.deepEqual([status, body['reason']], [409, 'proposed-already']);
    assert.equal((await read()).settings.queue.dailyGoal, 21, 'nothing of it was saved');
  });

  await t.test(
    'whoever proposed it does not confirm it, nor anybody without the right',
    async () => {
      const proposalId = (await listed())[0]?.id ?? '';
      const answer = { proposalId, confirmed: true };
      const own = await world.request(policy.answerProposal, proposer, answer);
      assert.deepEqual([own.status, own.body['type']], [403, '/problems/second-person-needed']);
      const elsewhere = await world.user('manager', other.id);
      assert.equal((await world.request(policy.answerProposal, elsewhere, answer)).status, 403);
      assert.deepEqual((await world.call(policy.readProposals, elsewhere, {})).proposals, []);
      assert.equal(await isOpen(), false);
    },
  );

  await t.test('a second person puts it in force: the next decision follows', async () => {
    const proposalId = (await listed())[0]?.id ?? '';
    await world.call(policy.answerProposal, second, { proposalId, confirmed: true });
    assert.equal(await isOpen(), true);
    const { settings, versions } = await read();
    assert.deepEqual(settings.gate.houseHours.wed, ['08:00', '21:00']);
    const { madeBy, confirmedBy, changes } = versions[0] ?? {};
    assert.deepEqual([madeBy, confirmedBy, changes?.length], ['manager', 'compliance', 1]);
    assert.equal((await listed())[0]?.outcome, 'confirmed');
    const again = { proposalId, confirmed: false };
    assert.equal((await world.request(policy.answerProposal, second, again)).status, 409);
  });

  await t.test(
    'a proposal is rejected by the second person, or withdrawn by the first',
    async () => {
      for (const [actor, outcome] of [
        [second, 'rejected'],
        [proposer, 'withdrawn'],
      ] as const) {
        await world.clock.advance(60_000);
        await change('21:30');
        const proposalId = (await listed())[0]?.id ?? '';
        await world.call(policy.answerProposal, actor, { proposalId, confirmed: false });
        assert.equal((await listed())[0]?.outcome, outcome);
        assert.deepEqual((await read()).settings.gate.houseHours.wed, ['08:00', '21:00']);
      }
    },
  );

  await t.test('each step is in the log with who did it', async () => {
    const logged = await world.db
      .selectFrom('eventLog')
      .select(['kind', 'actorId'])
      .where('kind', 'like', 'portfolio.policy-%')
      .orderBy('seq')
      .execute();
    const who = new Map([
      [proposer.userId, 'first'],
      [second.userId, 'second'],
    ]);
    assert.deepEqual(
      logged.map(({ kind, actorId }) => [kind.slice(17), who.get(actorId ?? '')]),
      [
        ['proposed', 'first'],
        ['changed', 'first'],
        ['changed', 'second'],
        ['proposed', 'first'],
        ['changed', 'first'],
        ['rejected', 'second'],
        ['proposed', 'first'],
        ['changed', 'first'],
        ['rejected', 'first'],
      ],
    );
  });
});
