import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as cases from '#contract/cases.ts';
import * as overrides from '#contract/compliance/overrides.ts';
import * as contact from '#contract/conversations.ts';
import * as desk from '#contract/desk.ts';
import { verifyDecisions } from '#storage/gate/gate.ts';
import { type MadeCase, type SmallBook, smallBook } from '#test/support/books/small-book.ts';
import { answersBy, meets } from '#test/support/world/answering.ts';
import { approved } from '#test/support/world/approving.ts';
import { pass } from '#test/support/world/desk.ts';
import { freshWorld, ownedBy, type World } from '#test/support/world/fresh-world.ts';
import { reserveContact } from '#usecases/gate/steps/reserve-contact.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Somebody in Ohio, where federal law alone counts calls. */
const inOhio = { region: 'OH', city: 'Columbus', postalCode: '43004', phones: ['+12165550100'] };

function wantedOn(book: SmallBook, made: MadeCase) {
  return {
    customerId: made.customerId,
    caseId: made.caseId,
    contactPointId: made.phoneId,
    portfolio: book.portfolio,
    userId: null,
    exceptAttempt: null,
  };
}

/** Calls that rang and met nobody, one an hour on each of so many days before now. */
async function earlierCalls(world: World, made: MadeCase, perDay: readonly number[]) {
  const rows = perDay.flatMap((calls, daysAgo) =>
    Array.from({ length: calls }, (_, i) => ({
      ...ownedBy(made.customerId),
      ...{ id: world.app.newId(), caseId: made.caseId, portfolioId: made.portfolioId },
      ...{ channel: 'phone_call', direction: 'outbound', contactPointId: made.phoneId },
      ...{ mode: 'live_agent', state: 'ended', result: 'no_answer', debts: [made.accountId] },
      ...{ zone: 'America/New_York', localDay: '2026-11-18', localHour: 9 },
      attemptedAt: new Date(world.app.clock() - (daysAgo + 1) * dayMs + i * 60_000).toISOString(),
    })),
  );
  await world.db.insertInto('attempts').values(rows).execute();
}

describe('an override', () => {
  const evidence = 'Asked us by e-mail on Monday to call about the payment today.';

  /** Eight calls in seven days were made: only the presumption of 12 CFR 1006.14(b)(2) stands. */
  async function overCalled() {
    const world = await freshWorld({ asPerson: meets({ kind: 'ring-out' }) });
    const book = await smallBook(world);
    const made = await book.addCase({ customer: inOhio });
    await earlierCalls(world, made, [2, 2, 3]);
    const agent = await world.user('agent');
    const supervisor = await world.user('supervisor');
    const { caseId, phoneId: contactPointId } = made;
    const call = async () => {
      await world.call(desk.openCase, agent, { caseId });
      return world.request(contact.startCall, agent, { caseId, contactPointId });
    };
    const grant = async (more: object = {}) => {
      const asked = await world.request(overrides.askOverride, supervisor, {
        ...{ caseId, contactPointId, factor: 'answering_request', evidence, ...more },
      });
      if (asked.status === 200) await approved(world, 'compliance', asked.body['approvalId']);
      return asked;
    };
    return { world, book, made, agent, supervisor, call, grant };
  }

  it('lets one presumed violation pass, once, and the verdict stays what it is', async () => {
    const { world, call, grant } = await overCalled();
    const refused = await call();
    assert.equal(refused.body['type'], '/problems/contact-refused');
    assert.equal(refused.body['overridable'], true);
    const granted = await grant();
    assert.equal(granted.status, 200, JSON.stringify(granted.body));
    assert.deepEqual(granted.body['rules'], refused.body['reasons']);
    assert.equal((await call()).status, 200);
    const override = await world.db.selectFrom('overrides').selectAll().executeTakeFirstOrThrow();
    assert.ok(override.usedAt);
    const made = await world.db
      .selectFrom('decisions')
      .select(['verdict', 'purpose', 'overrideId'])
      .where('overrideId', '=', override.id)
      .execute();
    assert.deepEqual(made.map(({ verdict, purpose }) => [verdict, purpose]).sort(), [
      ['presumed_violation', 'release'],
      ['presumed_violation', 'reserve'],
    ]);
    await pass(world, 60_000);
    const attempt = await world.db
      .selectFrom('attempts')
      .selectAll()
      .where('overrideId', '=', override.id)
      .executeTakeFirstOrThrow();
    assert.deepEqual([attempt.state, attempt.result], ['ended', 'no_answer']);
    assert.deepEqual(await verifyDecisions(world.db), []);
  });

  it('is told to whoever may call, until it is used', async () => {
    const { world, made, agent, call, grant } = await overCalled();
    const { caseId } = made;
    const told = async () => {
      const { points } = await world.call(cases.askAllowed, agent, { caseId });
      return points.find(({ contactPointId }) => contactPointId === made.phoneId);
    };
    const before = await told();
    assert.deepEqual([before?.verdict, before?.letPass], ['presumed_violation', null]);
    await grant();
    const { name } = await world.db
      .selectFrom('overrides')
      .innerJoin('users', 'users.id', 'overrides.grantedBy')
      .select('users.name')
      .executeTakeFirstOrThrow();
    const until = new Date(world.app.clock() + 60 * 60_000).toISOString();
    const letPass = { by: name, factor: 'answering_request', until };
    assert.deepEqual((await told())?.letPass, letPass);
    const opened = await world.call(desk.openCase, agent, { caseId });
    assert.deepEqual(
      opened.allowed.map((point) => point.letPass),
      [letPass],
    );
    await call();
    assert.equal((await told())?.letPass, null);
  });

  it('is for one contact within the hour', async () => {
    const { world, book, made, grant } = await overCalled();
    await grant();
    const reserve = () => reserveContact(world.app, wantedOn(book, made));
    await world.clock.advance(60 * 60_000);
    assert.equal((await reserve()).reserved, false, 'an hour later it has expired');
    await grant();
    assert.equal((await reserve()).reserved, true);
    await world.clock.advance(61_000);
    assert.equal((await reserve()).reserved, false, 'it was used');
  });

  it('lets nothing pass that a rule forbids outright', async () => {
    const { world, book, made, supervisor, grant } = await overCalled();
    await grant();
    const hold = { kind: 'deceased', why: 'Told by the family', reviewOn: '2026-12-01' };
    await world.call(cases.setHold, supervisor, { caseId: made.caseId, ...hold });
    assert.equal((await reserveContact(world.app, wantedOn(book, made))).reserved, false);
    const refused = await grant();
    assert.equal(refused.body['type'], '/problems/contact-refused');
    assert.equal(refused.body['overridable'], undefined);
  });

  it('needs a supervisor, a named factor and what shows it', async () => {
    const { world, made, agent, grant } = await overCalled();
    for (const bad of [{ factor: 'target' }, { evidence: 'because' }, { factor: '' }]) {
      assert.equal((await grant(bad)).status, 400);
    }
    const asked = { caseId: made.caseId, contactPointId: made.phoneId };
    const input = { ...asked, factor: 'avoid_harm', evidence };
    assert.equal((await world.request(overrides.askOverride, agent, input)).status, 403);
  });

  it('is not given where nothing stands against the contact', async () => {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const book = await smallBook(world);
    const made = await book.addCase();
    const supervisor = await world.user('supervisor');
    const { status, body } = await world.request(overrides.askOverride, supervisor, {
      ...{ caseId: made.caseId, contactPointId: made.phoneId, factor: 'avoid_harm', evidence },
    });
    assert.deepEqual([status, body['reason']], [409, 'not-needed']);
  });
});
