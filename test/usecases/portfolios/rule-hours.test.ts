import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as policy from '#contract/admin/policy.ts';
import { portfolioById } from '#storage/portfolios/portfolio-rows.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { reserveContact } from '#usecases/gate/steps/reserve-contact.ts';

/** 21:30 on a Wednesday in London: half an hour after the hours that a British portfolio starts with. */
const night = '2026-11-18T21:30:00.000Z';
const rule = 'GB-POLICY-HOURS';
const reason = 'Customers asked for later calls';
const untilTen = ['08:00', '22:00'] as const;

test('hours under a rule that leaves them to the operator', async (t) => {
  const world = await freshWorld({ at: night });
  const book = await smallBook(world);
  const { id: portfolioId } = await book.addPortfolio({ country: 'GB' });
  const british = { country: 'GB', region: null, zone: 'Europe/London', phones: ['+442079460123'] };
  const made = await book.addCase({ portfolioId, customer: british });
  const proposer = await world.user('manager');
  const second = await world.user('compliance');
  const read = () => world.call(policy.readPolicy, proposer, { portfolioId });

  /** Whether the rule speaks against a call now. */
  const isShut = async () => {
    await world.db.deleteFrom('attempts').execute();
    const portfolio = await portfolioById(world.db, world.app.tenantId, portfolioId);
    assert.ok(portfolio);
    const reserved = await reserveContact(world.app, {
      ...{ customerId: made.customerId, caseId: made.caseId, contactPointId: made.phoneId },
      ...{ portfolio, userId: null, exceptAttempt: null },
    });
    return !reserved.reserved && reserved.decision.reasons.some((one) => one.rule === rule);
  };
  const change = async (
    ruleHours: Awaited<ReturnType<typeof read>>['settings']['gate']['ruleHours'],
  ) => {
    const { version, settings } = await read();
    const gate = { ...settings.gate, ruleHours };
    const wanted = { portfolioId, version, settings: { ...settings, gate }, reason };
    return world.request(policy.setPolicy, proposer, wanted);
  };
  const confirm = async () => {
    const { proposals } = await world.call(policy.readProposals, second, {});
    const waiting = proposals.find(({ outcome }) => outcome === null);
    assert.ok(waiting);
    await world.call(policy.answerProposal, second, { proposalId: waiting.id, confirmed: true });
  };

  await t.test('start with those of the pack, and the policy says so', async () => {
    const { rules } = await read();
    const hours = rules.find((one) => one.rule === rule);
    assert.deepEqual(hours?.initial?.week.sun, ['10:00', '18:00']);
    assert.ok(rules.some((one) => one.rule === 'GB-OFCOM-ABANDON' && one.kind === 'switch'));
    assert.equal(await isShut(), true);
  });

  await t.test(
    'are the portfolio’s own once two people want them, closed days among them',
    async () => {
      const days = { mon: untilTen, tue: untilTen, wed: untilTen, thu: untilTen, fri: untilTen };
      const week = { ...days, sat: null, sun: null };
      await change({ [rule]: { week, shutOnHolidays: false } });
      assert.equal(await isShut(), true);
      await confirm();
      assert.equal(await isShut(), false);
      const { settings } = await read();
      assert.deepEqual(settings.gate.ruleHours[rule], { week, shutOnHolidays: false });
    },
  );

  await t.test('are those of the pack again when they are given up', async () => {
    await change({});
    await confirm();
    assert.deepEqual((await read()).settings.gate.ruleHours, {});
    assert.equal(await isShut(), true);
  });

  await t.test('are refused for a rule that no pack leaves to the operator', async () => {
    const week = { ...(await read()).settings.gate.houseHours };
    const { status, body } = await change({ 'US-FED-NIGHT': { week, shutOnHolidays: true } });
    assert.equal(status, 400);
    assert.deepEqual(body['problems'], [
      { path: 'settings.gate.ruleHours.US-FED-NIGHT', message: 'not-a-rule' },
    ]);
  });
});
