import assert from 'node:assert/strict';
import { test } from 'node:test';
import { liftHold } from '#contract/cases.ts';
import * as facts from '#contract/compliance/contact-facts.ts';
import { listTasks } from '#contract/tasks.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { inOhio, logWorld } from '#test/support/world/gate-log.ts';

test('records that part keep their own holds, and what was the other’s is asked about today', async () => {
  const world = await freshWorld();
  const { book, made, officer } = await logWorld(world);
  const clerk = await world.user('back_office');
  const other = await book.addCase({ customer: inOhio });
  const source = 'letter';
  await world.call(facts.recordFact, officer, { caseId: made.caseId, kind: 'deceased', source });
  const joined = { caseId: made.caseId, otherCaseId: other.caseId, reason: 'One address' };
  const { linkId } = await world.call(facts.linkPeople, officer, joined);
  const reviews = async () => {
    const { tasks } = await world.call(listTasks, clerk, { kind: 'confirm-death' });
    return tasks
      .map(({ caseId, dueOn, ofAnother }) => [caseId === made.caseId, dueOn, ofAnother])
      .sort();
  };
  assert.deepEqual(await reviews(), [
    [false, '2026-12-18', false],
    [true, '2026-12-18', false],
  ]);
  await world.call(facts.splitPeople, officer, {
    caseId: made.caseId,
    linkId,
    reason: 'Two people',
  });
  assert.deepEqual(await reviews(), [
    [false, '2026-11-18', true],
    [true, '2026-12-18', false],
  ]);
  const standing = await world.db
    .selectFrom('holds')
    .select(['id', 'customerId'])
    .where('liftedAt', 'is', null)
    .execute();
  assert.equal(standing.length, 2);
  const holdId = standing.find(({ customerId }) => customerId === other.customerId)?.id ?? '';
  const lift = { caseId: other.caseId, holdId, why: 'Told of somebody else' };
  assert.equal((await world.request(liftHold, officer, lift)).status, 200);
});
