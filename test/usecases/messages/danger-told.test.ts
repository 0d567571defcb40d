import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readCase } from '#contract/cases.ts';
import { readAlarms } from '#contract/compliance/gate-alarms.ts';
import * as refusals from '#contract/compliance/refusals.ts';
import { reviewVulnerable } from '#contract/customers.ts';
import { readFloor } from '#contract/floor.ts';
import { listTasks } from '#contract/tasks.ts';
import { instantOf } from '#kernel/time.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { reserveContact } from '#usecases/gate/steps/reserve-contact.ts';
import { takeMessage } from '#usecases/messages/steps/take-message.ts';

it('words of danger hold collection from their receipt, and reach the people trained for it until somebody has read them', async () => {
  const world = await freshWorld();
  const book = await smallBook(world);
  const [officer, agent, boss] = await Promise.all(
    (['compliance', 'agent', 'supervisor'] as const).map((role) => world.user(role)),
  );
  assert.ok(officer && agent && boss);
  const other = await book.addCase();
  const made = await book.addCase({
    customer: { region: 'OH', city: 'Columbus', postalCode: '43004' },
  });
  const at = instantOf(world.app.clock());
  const text = (words: string, to = made) =>
    takeMessage(world.app, {
      ...{ channel: 'sms', from: to.phones[0]?.value ?? '', subject: null, answers: null },
      ...{ providerRef: world.app.newId(), occurredAt: at, receivedAt: at, recordedBy: null },
      words,
    });
  const rulesAgainst = async (team: 'specialist' | null) => {
    const answer = await reserveContact(world.app, {
      ...{ customerId: made.customerId, caseId: made.caseId, userId: null },
      ...{ contactPointId: made.phoneId, portfolio: book.portfolio, exceptAttempt: null },
      how: {
        ...{ channel: 'phone_call', mode: 'manual', team },
        content: { identity_disclosed: true, debt_collector_disclosure: 'initial' },
      },
    });
    return answer.reserved ? [] : answer.decision.reasons.map(({ rule }) => rule);
  };
  const seenBy = async (actor: typeof agent) =>
    (await world.call(readCase, actor, { caseId: made.caseId })).customer;
  const floor = async () => (await world.call(readFloor, boss, {})).dangers;
  const queue = async () =>
    (await world.call(refusals.readRefusals, officer, {})).refusals.filter(
      ({ caseId }) => caseId === made.caseId,
    );

  const { people } = await text('Ich will nicht mehr leben');
  assert.deepEqual(people[0] && [people[0].request.kind, people[0].scope], ['none', 'danger']);
  // Nothing that they may be reached by is closed, and nobody untrained asks them for money.
  assert.deepEqual(await rulesAgainst(null), ['DUNLIN-HOLD-VULNERABLE', 'DUNLIN-HOLD']);
  const shown = await seenBy(agent);
  assert.deepEqual([shown.danger, shown.vulnerable], [true, false]);
  assert.equal((await world.call(readCase, agent, { caseId: made.caseId })).debt, null);
  assert.deepEqual(
    (await floor()).map(({ caseId }) => caseId),
    [made.caseId],
  );
  const administrator = await world.user('administrator');
  const ringing = async () => {
    const { alarms } = await world.call(readAlarms, administrator, {});
    return alarms
      .filter(({ kind }) => kind.startsWith('danger'))
      .map(({ kind, key, details }) => [kind, key, details]);
  };
  assert.deepEqual(await ringing(), [['danger-told', made.caseId, {}]]);
  const [first] = (await world.call(listTasks, boss, {})).tasks;
  const today = at.slice(0, 10);
  assert.deepEqual(
    [first?.kind, first?.urgent, first?.dueOn, first?.caseId],
    ['review-vulnerable', true, today, made.caseId],
  );

  const [found] = await queue();
  assert.ok(found);
  assert.deepEqual([found.scope, found.danger, found.certainty], ['danger', true, 'unsure']);
  const judged = { refusalId: found.id, verdict: 'not_opt_out' as const };
  const asked = await world.request(refusals.judgeRefusal, officer, judged);
  assert.equal(asked.status, 409);
  const half = { ...judged, danger: { real: true, kind: 'danger' as const, support: ' ' } };
  assert.equal((await world.request(refusals.judgeRefusal, officer, half)).status, 400);
  await world.call(refusals.judgeRefusal, officer, { ...judged, danger: { real: false } });
  const held = await world.db
    .selectFrom('holds')
    .select(['kind', 'liftedAt'])
    .where('customerId', '=', made.customerId)
    .execute();
  assert.deepEqual(
    held.map(({ kind, liftedAt }) => [kind, liftedAt === null]),
    [['vulnerable', false]],
  );
  assert.equal((await seenBy(agent)).danger, false);
  assert.deepEqual([await floor(), await queue(), await ringing()], [[], [], []]);

  // A wish beside it stands, whatever is found of the danger; what is confirmed stays with the trained.
  await text('STOP. I want to kill myself');
  const [both] = await queue();
  assert.deepEqual([both?.scope, both?.danger, both?.certainty], ['address', true, 'unsure']);
  const danger = { real: true, kind: 'danger' as const, support: 'A call of the crisis team' };
  await world.call(refusals.judgeRefusal, officer, {
    ...{ refusalId: both?.id ?? '', verdict: 'opt_out', danger },
  });
  assert.ok((await rulesAgainst(null)).includes('DUNLIN-HOLD-VULNERABLE'));
  assert.ok(!(await rulesAgainst('specialist')).includes('DUNLIN-HOLD-VULNERABLE'));
  assert.equal((await seenBy(agent)).danger, false);
  const told = await world.db
    .selectFrom('eventLog')
    .select(['kind', 'facts'])
    .where('customerId', '=', made.customerId)
    .where('kind', '=', 'refusal.judged')
    .orderBy('id')
    .execute();
  assert.deepEqual(
    told.map(({ facts }) => (facts as { danger: string }).danger),
    ['none', 'confirmed'],
  );
  const notes = await world.db
    .selectFrom('notes')
    .select(['restricted', 'words'])
    .where('customerId', '=', made.customerId)
    .execute();
  assert.ok(notes.some(({ restricted, words }) => restricted && !words.includes('crisis team')));

  // A finished review of vulnerability settles the words, the notice and the alarm behind it.
  await text('I want to die');
  await text('STOP. I want to die');
  assert.deepEqual([(await floor()).length, (await queue()).length], [2, 2]);
  const specialist = await world.user('agent', null, ['specialist']);
  const review = { caseId: made.caseId, outcome: 'stays', why: 'Spoke with her' } as const;
  await world.call(reviewVulnerable, specialist, { ...review, reviewOn: '2027-01-15' });
  assert.deepEqual([await floor(), await ringing()], [[], []]);
  assert.equal((await seenBy(agent)).danger, false);
  const [wish, ...others] = await queue();
  assert.deepEqual([wish?.scope, wish?.danger, others], ['address', false, []]);
  const judgedWish = { refusalId: wish?.id ?? '', verdict: 'opt_out' as const };
  await world.call(refusals.judgeRefusal, officer, judgedWish);
  assert.deepEqual(await queue(), []);

  // Words from an address that nobody has are shown to a person all the same.
  await takeMessage(world.app, {
    ...{ channel: 'sms', from: '+12125559999', subject: null, answers: null, providerRef: 'SM1' },
    ...{ occurredAt: at, receivedAt: at, recordedBy: null, words: 'I want to kill myself' },
  });
  const unknown = { channel: 'sms', keyedIn: false };
  assert.deepEqual(await ringing(), [['danger-unknown', 'sms SM1', unknown]]);

  // Words that tell of none are judged as before.
  await text('why do you keep texting me', other);
  const { refusals: rest } = await world.call(refusals.readRefusals, officer, {});
  const plain = rest.find(({ caseId }) => caseId === other.caseId);
  assert.equal(plain?.danger, false);
});
