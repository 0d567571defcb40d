import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as facts from '#contract/compliance/contact-facts.ts';
import * as contract from '#contract/compliance/obligations.ts';
import { addMailPoints } from '#test/support/books/mail-points.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { callFromDesk } from '#test/support/world/gate-log.ts';

test('coerced debt: told of orally, claimed in writing, reviewed, answered, each with its term', async () => {
  const world = await freshWorld();
  const book = await smallBook(world);
  // The person lives in New York.
  const made = await book.addCase();
  await addMailPoints(world);
  const [officer, agent] = [await world.user('compliance'), await world.user('agent')];
  const record = (kind: 'coerced_debt_notice' | 'coerced_debt' | 'coerced_debt_reviewed') =>
    world.call(facts.recordFact, officer, { caseId: made.caseId, kind, source: 'letter' });
  const open = async () => {
    const { obligations } = await world.call(contract.listObligations, officer, {});
    const kinds = obligations.map(({ kind }) => kind).toSorted();
    // The answer is the first letter of ours, which obliges to more.
    return kinds.filter((kind) => kind.startsWith('coerced_debt'));
  };

  await record('coerced_debt_notice');
  assert.deepEqual(await open(), ['coerced_debt_instructions']);

  await record('coerced_debt');
  assert.deepEqual(await open(), ['coerced_debt_bureau_notice', 'coerced_debt_review']);
  const reply = await callFromDesk(world, agent, made);
  assert.equal(reply.status, 409, 'collection rests');

  await record('coerced_debt_reviewed');
  assert.deepEqual(await open(), ['coerced_debt_answer', 'coerced_debt_bureau_notice']);
  await world.call(facts.recordFact, officer, {
    caseId: made.caseId,
    kind: 'coerced_debt_ended',
    source: 'letter',
  });
  assert.deepEqual(await open(), []);
  assert.equal((await callFromDesk(world, agent, made)).status, 200, 'the person was told');
});
