import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as contact from '#contract/conversations.ts';
import { ATTEMPT_PERSONS } from '#domain/gate/facts/attempt-results.ts';
import { PERSONS, THIRD_PARTIES } from '#domain/gate/facts/words.ts';
import { answererOf, answererRoles } from '#domain/parties/party-roles.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { answersBy } from '#test/support/world/answering.ts';
import { callNext, hungUp } from '#test/support/world/desk.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';

test('a call that somebody else answered ends only when it is said who, and the log keeps it', async () => {
  const world = await freshWorld({ asPerson: answersBy('stranger') });
  const book = await smallBook(world);
  await book.addCase();
  const agent = await world.user('agent');
  const begun = await callNext(world, agent);
  await hungUp(world, agent, begun);
  const finish = {
    conversationId: begun.conversationId,
    mechanism: 'outbound-call',
    result: 'third-party',
    nextOn: '2026-11-24',
  } as const;
  const unsaid = await world.request(contact.finish, agent, finish);
  assert.equal(unsaid.status, 409);
  assert.equal(unsaid.body['needs'], 'who-answered');
  const other = await world.request(contact.finish, agent, { ...finish, answeredBy: 'postman' });
  assert.equal(other.status, 400, 'the list is closed');
  await world.call(contact.finish, agent, { ...finish, answeredBy: 'neighbour' });
  const { person, result } = await world.db
    .selectFrom('attempts')
    .select(['person', 'result'])
    .executeTakeFirstOrThrow();
  assert.deepEqual(
    { person, result },
    {
      person: 'third_party:neighbour',
      result: 'third_party_answered',
    },
  );
});

test('the gate knows everybody who can have answered', () => {
  const known: readonly string[] = [...PERSONS, ...THIRD_PARTIES];
  for (const role of answererRoles) assert.ok(known.includes(answererOf(role)), role);
  assert.deepEqual(ATTEMPT_PERSONS, ['consumer', ...answererRoles.map(answererOf)]);
});
