import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as policy from '#contract/admin/policy.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';

test('consumer law is switched off by two people only, who are told what no longer applies', async () => {
  const world = await freshWorld();
  const book = await smallBook(world);
  await book.addCase();
  const { id: portfolioId, country, callerId } = book.portfolio;
  const manager = await world.user('manager');
  const wanted = { portfolioId, country, callerId, kind: 'business' as const };
  const told = await world.call(policy.previewPortfolio, manager, wanted);
  assert.ok(told.rules.lost.some(({ rule }) => rule.startsWith('US-')));
  assert.deepEqual([told.rules.won, told.openCases], [[], 1]);
  const bare = await world.request(policy.changePortfolio, manager, wanted);
  assert.equal(bare.body['type'], '/problems/step-missing');
  const change = { ...wanted, reason: 'the book was sold as trade debt' };
  assert.deepEqual(await world.call(policy.changePortfolio, manager, change), {
    changed: 0,
    proposed: 1,
  });
  const kind = async () => {
    const rows = await world.db.selectFrom('portfolios').select('kind').execute();
    return rows[0]?.kind;
  };
  assert.equal(await kind(), 'consumer');
  const { proposals } = await world.call(policy.readProposals, manager, {});
  const answer = { proposalId: proposals[0]?.id ?? '', confirmed: true };
  const own = await world.request(policy.answerProposal, manager, answer);
  assert.equal(own.body['type'], '/problems/second-person-needed');
  await world.call(policy.answerProposal, await world.user('manager'), answer);
  assert.equal(await kind(), 'business');
});

test('the country of a portfolio changes by two people only, because another law comes with it', async () => {
  const world = await freshWorld();
  const { portfolio } = await smallBook(world);
  const { id: portfolioId, callerId } = portfolio;
  const manager = await world.user('manager');
  const wanted = { portfolioId, callerId, country: 'DE' };
  const bare = await world.request(policy.changePortfolio, manager, wanted);
  assert.equal(bare.body['type'], '/problems/step-missing');
  const change = { ...wanted, reason: 'the book moved to Berlin' };
  assert.deepEqual(await world.call(policy.changePortfolio, manager, change), {
    changed: 0,
    proposed: 1,
  });
  const country = async () => {
    const rows = await world.db.selectFrom('portfolios').select('country').execute();
    return rows[0]?.country;
  };
  assert.equal(await country(), 'US');
  const { proposals } = await world.call(policy.readProposals, manager, {});
  const answer = { proposalId: proposals[0]?.id ?? '', confirmed: true };
  const own = await world.request(policy.answerProposal, manager, answer);
  assert.equal(own.body['type'], '/problems/second-person-needed');
  await world.call(policy.answerProposal, await world.user('manager'), answer);
  assert.equal(await country(), 'DE');
});
