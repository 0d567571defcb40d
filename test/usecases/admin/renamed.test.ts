import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as admin from '#contract/admin/admin.ts';
import * as cases from '#contract/cases.ts';
import { exportEvidence } from '#contract/compliance/evidence.ts';
import type { Evidence } from '#domain/evidence/evidence.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { renameUser } from '#usecases/admin/manage-users.ts';

test('what somebody did stays under the name they had then', async () => {
  const world = await freshWorld();
  const administrator = await world.user('administrator');
  const supervisor = await world.user('supervisor');
  const { userId } = supervisor;
  const { caseId } = await (await smallBook(world)).addCase();
  const set = (kind: 'deceased' | 'insolvent', why: string) =>
    world.call(cases.setHold, supervisor, { caseId, kind, why, reviewOn: '2026-12-01' });
  await set('deceased', 'Told by the family');
  await world.clock.advance(60_000);
  await world.call(admin.renameUser, administrator, { userId, name: 'Maya Levi' });
  const same = await world.request(admin.renameUser, administrator, { userId, name: 'Maya Levi' });
  assert.equal(same.status, 409);
  await world.clock.advance(60_000);
  await set('insolvent', 'A court order came');

  const { lines } = await world.call(cases.readHistory, supervisor, { caseId });
  const by = lines.filter(({ kind }) => kind === 'hold.set').map(({ who }) => who);
  assert.deepEqual(by, ['Maya Levi', 'supervisor']);

  const officer = await world.user('compliance');
  const file = await world.call(exportEvidence, officer, { caseId, format: 'json' });
  const { users, formerNames } = JSON.parse(
    Buffer.from(file.base64, 'base64').toString(),
  ) as Evidence;
  assert.equal(users[userId ?? ''], 'Maya Levi');
  assert.deepEqual(
    formerNames.map(({ userId: of, name }) => [of, name]),
    [[userId, 'supervisor']],
  );

  const { events } = await world.call(admin.readUserLog, administrator, { userId });
  const renames = events.filter(({ kind }) => kind === 'user.renamed');
  assert.deepEqual(
    renames.map(({ nameBefore, nameAfter }) => [nameBefore, nameAfter]),
    [['supervisor', 'Maya Levi']],
  );
  const log = await world.db.selectFrom('eventLog').select('facts').execute();
  assert.ok(
    !JSON.stringify(log.map(({ facts }) => facts)).includes('Maya'),
    'no event holds a name',
  );
});

test('a name that shows nothing or turns what stands around it is refused', async () => {
  const world = await freshWorld();
  const administrator = await world.user('administrator');
  const { userId } = await world.user('agent');
  for (const name of ['a\u202Eb', '\u2066x', '\u0007', 'A\nB', '\u200B', '\u3164']) {
    const refused = await world.request(admin.renameUser, administrator, { userId, name });
    assert.equal(refused.status, 400, JSON.stringify(name));
  }
  await world.call(admin.renameUser, administrator, { userId, name: '👩‍👩‍👧 می‌خواهم' });
});

test('two changes of a name at one instant lose none', async () => {
  const world = await freshWorld();
  const administrator = await world.user('administrator');
  const { userId } = await world.user('agent');
  for (const name of ['Maya Levi', 'Maya Cohen']) {
    await world.call(admin.renameUser, administrator, { userId, name });
  }
  const { events } = await world.call(admin.readUserLog, administrator, { userId });
  assert.deepEqual(
    events
      .filter(({ kind }) => kind === 'user.renamed')
      .map(({ nameBefore, nameAfter }) => [nameBefore, nameAfter]),
    [
      ['Maya Levi', 'Maya Cohen'],
      ['agent', 'Maya Levi'],
    ],
  );
});

test('the record tells both names although time goes on while a user is renamed', async () => {
  const world = await freshWorld();
  const administrator = await world.user('administrator');
  const { userId } = await world.user('supervisor');
  assert.ok(userId);
  let ticks = 0;
  const ticking = { ...world.app, clock: () => world.app.clock() + ticks++ };
  await renameUser(ticking, administrator, { userId, name: 'Maya Levi' });
  const { events } = await world.call(admin.readUserLog, administrator, { userId });
  const [{ nameBefore, nameAfter } = { nameBefore: null, nameAfter: null }] = events;
  assert.deepEqual([nameBefore, nameAfter], ['supervisor', 'Maya Levi']);
});
