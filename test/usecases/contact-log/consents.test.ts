import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as consents from '#contract/compliance/consents.ts';
import * as facts from '#contract/compliance/contact-facts.ts';
import { instantOf } from '#kernel/time.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import {
  addRings,
  callFromDesk,
  hoursAgo,
  inOhio,
  logWorld,
  rulesAgainst,
  sevenInSeven,
} from '#test/support/world/gate-log.ts';

const source = 'Signed form of Monday';

describe('a consent written down by hand', () => {
  it('opens what it is for, and what was refused meanwhile is looked at again', async () => {
    const world = await freshWorld();
    const { made, officer, agent } = await logWorld(world);
    const { caseId } = made;
    await addRings(world, made, 7);
    assert.equal((await callFromDesk(world, agent, made)).status, 409);
    assert.deepEqual(await rulesAgainst(world, officer, made), [sevenInSeven]);
    const { consentId } = await world.call(consents.recordConsent, officer, {
      ...{ caseId, kind: 'additional_calls', source, evidenceRef: 'scan 17' },
      receivedAt: hoursAgo(world, 1),
    });
    assert.deepEqual(await rulesAgainst(world, officer, made), []);
    const flags = await world.db.selectFrom('decisionFlags').select(['was', 'becomes']).execute();
    assert.ok(flags.length > 0);
    for (const flag of flags) {
      assert.deepEqual(flag, { was: 'presumed_violation', becomes: 'permitted' });
    }
    const { lines } = await world.call(facts.readFacts, officer, { caseId });
    const line = lines.find(({ id }) => id === consentId);
    assert.deepEqual([line?.sort, line?.source, line?.evidenceRef], ['consent', source, 'scan 17']);
    await world.call(consents.revokeConsent, officer, { caseId, consentId, source: 'Phone call' });
    assert.deepEqual(await rulesAgainst(world, officer, made), [sevenInSeven]);
    const again = { caseId, consentId, source };
    assert.equal((await world.request(consents.revokeConsent, officer, again)).status, 409);
  });

  it('that was given to another collector opens nothing', async () => {
    const world = await freshWorld();
    const { made, officer } = await logWorld(world);
    await addRings(world, made, 7);
    await world.call(consents.recordConsent, officer, {
      ...{ caseId: made.caseId, kind: 'additional_calls', source, givenTo: 'The agency before us' },
    });
    assert.deepEqual(await rulesAgainst(world, officer, made), [sevenInSeven]);
  });

  it('opens nothing for the debts of another portfolio of the same collector', async () => {
    const world = await freshWorld();
    const { made, book, officer } = await logWorld(world);
    const { id: portfolioId } = await book.addPortfolio();
    const { caseId: elsewhere } = await book.addCase({ customer: made, portfolioId });
    await addRings(world, made, 7);
    const give = (caseId: string) =>
      world.call(consents.recordConsent, officer, { caseId, kind: 'additional_calls', source });
    await give(elsewhere);
    assert.deepEqual(await rulesAgainst(world, officer, made), [sevenInSeven]);
    await give(made.caseId);
    assert.deepEqual(await rulesAgainst(world, officer, made), []);
  });

  it('ends when it is revoked with every older note of it, on each record of the person', async () => {
    const world = await freshWorld();
    const { made, book, officer } = await logWorld(world);
    const other = await book.addCase({ customer: inOhio });
    const link = { caseId: made.caseId, otherCaseId: other.caseId, reason: 'same birth date' };
    await world.call(facts.linkPeople, officer, link);
    const give = async (caseId: string, kind: string, hours: number) =>
      (
        await world.call(consents.recordConsent, officer, {
          ...{ caseId, kind, source, receivedAt: hoursAgo(world, hours) },
        } as never)
      ).consentId;
    const first = await give(made.caseId, 'additional_calls', 9);
    const again = await give(made.caseId, 'additional_calls', 8);
    const linked = await give(other.caseId, 'additional_calls', 7);
    await give(made.caseId, 'esign', 7);
    await give(other.caseId, 'additional_calls', 1);
    await world.call(consents.revokeConsent, officer, {
      ...{
        caseId: made.caseId,
        consentId: first,
        source: 'Phone call',
        receivedAt: hoursAgo(world, 2),
      },
    });
    const over = await world.db
      .selectFrom('consents')
      .select('id')
      .where('revokedAt', 'is not', null)
      .execute();
    assert.deepEqual(over.map(({ id }) => id).sort(), [first, again, linked].sort());
  });

  it('is refused with a time ahead, an address or debt of others, or details it cannot have', async () => {
    const world = await freshWorld();
    const { made, book, officer } = await logWorld(world);
    const { caseId, phoneId } = made;
    const other = await book.addCase();
    const ahead = instantOf(world.app.clock() + 60_000);
    const bad = [
      { kind: 'esign', receivedAt: ahead },
      { kind: 'esign', contactPointId: phoneId },
      { kind: 'text', contactPointId: other.phoneId },
      { kind: 'email', contactPointId: phoneId },
      { kind: 'email' },
      { kind: 'contact_time', details: { from: '06:00' } },
      { kind: 'contact_time', details: { from: '06:00', to: '08:00', place: 'home' } },
      { kind: 'esign', debts: [other.accountId] },
      { kind: 'newsletter' },
    ];
    for (const input of bad) {
      const { status } = await world.request(consents.recordConsent, officer, {
        ...{ caseId, source, ...input },
      });
      assert.equal(status, 400, JSON.stringify(input));
    }
    const { consentId } = await world.call(consents.recordConsent, officer, {
      ...{ caseId, kind: 'contact_time', source },
      details: { weekdays: [6, 7], from: '06:00', to: '08:00' },
    });
    const early = { caseId, consentId, source, receivedAt: hoursAgo(world, 5) };
    assert.equal((await world.request(consents.revokeConsent, officer, early)).status, 400);
    const kept = await world.db.selectFrom('consents').select('details').executeTakeFirstOrThrow();
    assert.deepEqual(kept.details, { weekdays: ['Sat', 'Sun'], from: '06:00', to: '08:00' });
  });
});
