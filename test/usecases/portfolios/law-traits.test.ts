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
  const lost = told.law.rules.lost.map(({ rule }) => rule);
  assert.ok(lost.includes('US-NYC-FREQ-3IN7') && lost.includes('USF-6B1-HOURS'));
  assert.deepEqual([told.law.rules.won, told.openCases], [[], 1]);
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
  const { law } = await world.call(policy.previewPortfolio, manager, wanted);
  const ids = (of: readonly { readonly rule: string }[]) => of.map(({ rule }) => rule);
  assert.ok(ids(law.rules.lost).includes('TCPA-CONSENT'));
  assert.ok(ids(law.rules.won).some((rule) => rule.startsWith('DE-')));
  assert.ok(ids(law.hours.before).includes('USF-6B1-HOURS'));
  assert.ok(!ids(law.hours.after).includes('USF-6B1-HOURS'));
  assert.ok(law.duties.lost.some(({ kind }) => kind === 'validation_notice'));
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
  assert.deepEqual(proposals[0]?.law, law, 'the second person is told the same');
  const answer = { proposalId: proposals[0]?.id ?? '', confirmed: true };
  const own = await world.request(policy.answerProposal, manager, answer);
  assert.equal(own.body['type'], '/problems/second-person-needed');
  const second = await world.user('manager');
  await world.call(policy.answerProposal, second, answer);
  assert.equal(await country(), 'DE');
  const after = await world.call(policy.readProposals, second, {});
  assert.equal(after.proposals[0]?.law, null);
});

test('whoever changes who collects is told which rules start and stop to apply', async () => {
  const world = await freshWorld();
  const { portfolio } = await smallBook(world);
  const { id: portfolioId, callerId } = portfolio;
  const manager = await world.user('manager');
  const told = async (change: object) => {
    const wanted = { portfolioId, callerId, country: 'US', ...change };
    const { law, needsSecondPerson } = await world.call(policy.previewPortfolio, manager, wanted);
    const ids = (of: readonly { readonly rule: string }[]) => of.map(({ rule }) => rule);
    return { lost: ids(law.rules.lost), won: ids(law.rules.won), needsSecondPerson };
  };
  const none = { lost: [], won: [] };
  assert.deepEqual(await told({}), { ...none, needsSecondPerson: false });
  const set = (values: object) =>
    world.db.updateTable('portfolios').set(values).where('id', '=', portfolioId).execute();
  const health = await told({ businessAssociate: false });
  assert.deepEqual([health.lost, health.won], [['HIPAA-MIN'], []]);
  await set({ collectorRole: 'original_creditor' });
  const named = await told({ usesThirdPartyName: true });
  assert.ok(named.won.includes('USF-6B1-HOURS'));
  assert.ok(named.lost.includes('US-NYC-STOP') && named.needsSecondPerson);
  await set({ collectorRole: 'third_party_collector', country: 'CA' });
  const agent = await told({ country: 'CA', actsFor: 'original_creditor' });
  assert.ok(agent.lost.includes('CA-FED-HOURS'));
  assert.deepEqual((await told({ country: 'CA', actsFor: 'bank' })).lost, []);
});
