import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as cases from '#contract/cases.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';

describe('a case away from the desk', () => {
  it('says when more were found than are listed', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    for (let n = 0; n < 31; n += 1) await book.addCase({ customer: { name: `Nora ${n}` } });
    const manager = await world.user('manager');
    const many = await world.call(cases.findCases, manager, { text: 'nora' });
    assert.deepEqual([many.cases.length, many.more], [30, true]);
    const few = await world.call(cases.findCases, manager, { text: 'Nora 3' });
    assert.deepEqual([few.cases.length, few.more], [2, false]);
  });

  it('can be given to those who may work it, and only they are named', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const { caseId, portfolioId } = await book.addCase();
    const other = await book.addPortfolio({});
    const able = await world.user('agent', portfolioId);
    await world.user('agent', other.id);
    await world.user('back_office');
    const supervisor = await world.user('supervisor');
    const { workers } = await world.call(cases.readWorkers, supervisor, { caseId });
    assert.deepEqual(
      workers.map(({ userId }) => userId).sort(),
      [able.userId, supervisor.userId].sort(),
    );
    for (const { userId } of workers) {
      const input = { caseId, toUserId: userId, why: 'Knows the customer' };
      assert.equal((await world.request(cases.moveCase, supervisor, input)).status, 200);
    }
    const { owner } = await world.call(cases.readCase, supervisor, { caseId });
    assert.equal(owner, workers.at(-1)?.name);
  });

  it('tells in its history why a hold was set and lifted, and of a vulnerable one not to all', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const { caseId } = await book.addCase();
    const [officer, clerk] = [await world.user('compliance'), await world.user('back_office')];
    const set = { caseId, reviewOn: '2026-12-01' };
    await world.call(cases.setHold, officer, { ...set, kind: 'complaint', why: 'Wrote to us' });
    await world.call(cases.setHold, officer, { ...set, kind: 'vulnerable', why: 'Very ill' });
    const { holds } = await world.call(cases.readCase, officer, { caseId });
    const complaint = holds.find(({ kind }) => kind === 'complaint');
    assert.ok(complaint);
    const lift = { caseId, holdId: complaint.id, why: 'Answered' };
    await world.call(cases.liftHold, officer, lift);
    const wordsFor = async (actor: typeof officer) =>
      (await world.call(cases.readHistory, actor, { caseId })).lines
        .filter(({ kind }) => kind.startsWith('hold.'))
        .flatMap(({ words }) => words ?? [])
        .sort();
    assert.deepEqual(await wordsFor(officer), ['Answered', 'Very ill', 'Wrote to us']);
    assert.deepEqual(await wordsFor(clerk), ['Answered', 'Wrote to us']);
  });
});
