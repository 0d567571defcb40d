import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as corrections from '#contract/case-corrections.ts';
import * as cases from '#contract/cases.ts';
import * as desk from '#contract/desk.ts';
import { RESTRICTED } from '#domain/gate/discretion.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { reserveContact } from '#usecases/gate/steps/reserve-contact.ts';

async function someCase() {
  const world = await freshWorld();
  const book = await smallBook(world);
  const made = await book.addCase();
  const [clerk, agent] = [await world.user('back_office'), await world.user('agent')];
  await world.call(desk.openCase, agent, { caseId: made.caseId });
  const rulesFor = async (contactPointId: string) => {
    const { points } = await world.call(cases.askAllowed, agent, { caseId: made.caseId });
    const found = points.find((point) => point.contactPointId === contactPointId);
    return found?.rules.map(({ rule }) => rule) ?? null;
  };
  const party = (told: Partial<{ role: 'guarantor' | 'third_party' | 'attorney' | 'payer' }>) =>
    world.call(corrections.addParty, clerk, {
      ...{ caseId: made.caseId, role: 'guarantor', relation: null, name: 'Rose Amber' },
      ...{ note: null, accountId: null },
      ...told,
    });
  return { world, book, made, clerk, agent, rulesFor, party };
}

describe('who is tied to a customer', () => {
  it('is added, corrected and removed, each with its event', async () => {
    const { world, made, clerk, party } = await someCase();
    const { caseId } = made;
    const { partyId } = await party({});
    const told = { caseId, role: 'third_party', relation: 'neighbour', name: 'Rose A.' } as const;
    const change = { ...told, partyId, note: 'Next door', accountId: null, why: 'She told us' };
    await world.call(corrections.changeParty, clerk, change);
    const read = async () => (await world.call(cases.readCase, clerk, { caseId })).parties;
    assert.deepEqual(await read(), [
      {
        ...{ id: partyId, name: 'Rose A.', role: 'third_party', relation: 'neighbour' },
        ...{ note: 'Next door', accountId: null, ended: false },
      },
    ]);
    await world.call(corrections.endParty, clerk, { caseId, partyId, why: 'Entered twice' });
    assert.equal((await read())[0]?.ended, true);
    const again = await world.request(corrections.changeParty, clerk, change);
    assert.equal(again.status, 404);
    const { lines } = await world.call(cases.readHistory, clerk, { caseId });
    assert.deepEqual(
      lines.map(({ kind }) => kind).filter((kind) => kind.startsWith('party.')),
      ['party.ended', 'party.changed', 'party.recorded'],
    );
  });

  it('decides who is called at their number, and that number is called in their name', async () => {
    const { world, book, made, clerk, rulesFor, party } = await someCase();
    const { caseId, customerId, phoneId } = made;
    assert.deepEqual(await rulesFor(phoneId), []);
    const { partyId } = await party({ role: 'guarantor' });
    const set = {
      caseId,
      contactPointId: phoneId,
      place: null,
      employerProvided: false,
      why: 'Asked',
    };
    await world.call(corrections.setContactPoint, clerk, { ...set, partyId });
    assert.deepEqual(await rulesFor(phoneId), []);
    const reserved = await reserveContact(world.app, {
      ...{ customerId, caseId, contactPointId: phoneId, portfolio: book.portfolio },
      ...{ userId: null, exceptAttempt: null },
    });
    assert.equal(reserved.reserved, true);
    const { person } = await world.db
      .selectFrom('attempts')
      .select('person')
      .where('customerId', '=', customerId)
      .executeTakeFirstOrThrow();
    assert.equal(person, 'guarantor');
  });

  it('shuts the number of somebody who may not be told, and of whom nobody knows who they are', async () => {
    const { world, made, clerk, rulesFor, party } = await someCase();
    const { caseId, phoneId } = made;
    const { partyId } = await party({ role: 'third_party' });
    const set = {
      caseId,
      contactPointId: phoneId,
      place: null,
      employerProvided: false,
      why: 'Asked',
    };
    await world.call(corrections.setContactPoint, clerk, { ...set, partyId });
    assert.ok((await rulesFor(phoneId))?.includes('DUNLIN-THIRD-PARTY'));
    await world.call(corrections.setContactPoint, clerk, { ...set, partyId: null });
    assert.deepEqual(await rulesFor(phoneId), []);
  });

  it('stops contact with the customer while an attorney is on file', async () => {
    const { world, made, clerk, rulesFor, party } = await someCase();
    const { caseId, phoneId } = made;
    const { partyId } = await party({ role: 'attorney' });
    assert.ok((await rulesFor(phoneId))?.includes(RESTRICTED));
    await world.call(corrections.endParty, clerk, { caseId, partyId, why: 'No longer' });
    assert.deepEqual(await rulesFor(phoneId), []);
  });
});

describe('what is corrected on an account', () => {
  it('is its kind, its limitation and how it ended; the law of the place stands in', async () => {
    const { world, made, clerk } = await someCase();
    const { caseId } = made;
    const read = async () =>
      (await world.call(cases.readCase, clerk, { caseId })).debt?.accounts[0];
    const before = await read();
    assert.ok(before);
    assert.deepEqual([before.debtType, before.countsAs], [null, 'credit_card']);
    assert.equal(before.limitation?.isBarred, false);
    await world.call(corrections.setDebtTerms, clerk, {
      ...{ caseId, accountId: before.id, debtType: 'medical', studentAccountGroup: null },
      ...{ limitationOn: '2020-01-31', endedAs: null },
      ...{ originalAmount: '612000.5', renewedOn: '2024-05-06' },
    });
    const after = await read();
    assert.equal(after?.countsAs, 'medical');
    assert.deepEqual([after?.originalAmount, after?.renewedOn], ['612000.50', '2024-05-06']);
    assert.deepEqual(after?.limitation, {
      ...{ lastDay: '2020-01-31', isBarred: true, citation: null },
    });
  });

  it('is another account’s on another case only', async () => {
    const { world, book, made, clerk } = await someCase();
    const other = await book.addCase();
    const view = await world.call(cases.readCase, clerk, { caseId: other.caseId });
    const accountId = view.debt?.accounts[0]?.id;
    assert.ok(accountId);
    const { status } = await world.request(corrections.setDebtTerms, clerk, {
      ...{ caseId: made.caseId, accountId, debtType: null, studentAccountGroup: null },
      ...{ limitationOn: null, endedAs: null, originalAmount: null, renewedOn: null },
    });
    assert.equal(status, 404);
  });
});

describe('a number from a file', () => {
  it('is added for the customer or for somebody on file, and one that cannot exist is not', async () => {
    const { world, made, clerk, rulesFor, party } = await someCase();
    const { caseId } = made;
    const { partyId } = await party({});
    const point = { caseId, partyId, place: 'home', employerProvided: true } as const;
    const added = await world.call(corrections.addContactPoint, clerk, {
      ...{ ...point, kind: 'mobile', value: '+12125550177' },
    });
    const { contactPoints } = await world.call(cases.readCase, clerk, { caseId });
    const found = contactPoints.find(({ id }) => id === added.contactPointId);
    assert.deepEqual([found?.partyId, found?.employerProvided], [partyId, true]);
    assert.notEqual(await rulesFor(added.contactPointId), null);
    const bad = { ...point, kind: 'mobile', value: '12' } as const;
    assert.equal((await world.request(corrections.addContactPoint, clerk, bad)).status, 400);
    const stranger = { ...point, kind: 'app', value: '@rose', partyId: world.app.newId() } as const;
    assert.equal((await world.request(corrections.addContactPoint, clerk, stranger)).status, 404);
  });
});
