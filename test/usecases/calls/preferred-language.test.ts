import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as cases from '#contract/cases.ts';
import * as contact from '#contract/conversations.ts';
import { importFile } from '#test/support/books/import-file.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { answersBy } from '#test/support/world/answering.ts';
import { callNext, verified } from '#test/support/world/desk.ts';
import { freshWorld, ownedBy } from '#test/support/world/fresh-world.ts';
import { reserveContact } from '#usecases/gate/steps/reserve-contact.ts';

/** A New Yorker who agreed to texts, of whom nobody knows which language they prefer. */
async function newYorker() {
  const world = await freshWorld({ asPerson: answersBy('customer') });
  const book = await smallBook(world);
  const made = await book.addCase({ work: 'ready', customer: { language: null } });
  await world.db
    .insertInto('consents')
    .values({
      ...ownedBy(made.customerId),
      ...{ id: world.app.newId(), kind: 'text', contactPointId: made.phoneId },
      ...{ givenTo: world.app.tenantId, receivedAt: '2026-10-01T12:00:00Z' },
    })
    .execute();
  const agent = await world.user('agent');
  const text = async () => {
    const content = { identity_disclosed: true, debt_collector_disclosure: 'initial' };
    const answer = await reserveContact(world.app, {
      ...{ customerId: made.customerId, caseId: made.caseId, contactPointId: made.phoneId },
      ...{ portfolio: book.portfolio, userId: null, exceptAttempt: null },
      how: { channel: 'sms', mode: 'manual', content: { ...content, optout_notice: true } },
    });
    const reasons = answer.reserved ? [] : answer.decision.reasons;
    return reasons.find(({ rule }) => rule === 'US-NYC-ELEC')?.releasing ?? null;
  };
  return { world, book, made, agent, text };
}

test('a verified person says which language they prefer, and New York City’s rule on texts is met', async () => {
  const { world, made, agent, text } = await newYorker();
  const { caseId, customerId } = made;
  assert.deepEqual(await text(), ['language_preference_recorded']);
  const call = await callNext(world, agent);
  const told = { conversationId: call.conversationId, language: 'es' };
  assert.equal((await world.request(contact.recordLanguage, agent, told)).status, 409);
  await verified(world, agent, call);
  const { customer: before } = await world.call(cases.readCase, agent, { caseId });
  assert.equal(before.language, null);
  const unknown = { ...told, language: 'zz' };
  assert.equal((await world.request(contact.recordLanguage, agent, unknown as never)).status, 400);
  await world.call(contact.recordLanguage, agent, told);
  assert.equal(await text(), null);
  const { customer } = await world.call(cases.readCase, agent, { caseId });
  assert.equal(customer.language, 'es');
  const preferences = await world.db
    .selectFrom('preferences')
    .select(['kind', 'details', 'source', 'recordedBy', 'conversationId'])
    .where('customerId', '=', customerId)
    .execute();
  assert.deepEqual(preferences, [
    {
      ...{ kind: 'language', details: { language: 'es' }, source: 'call' },
      ...{ recordedBy: agent.userId, conversationId: call.conversationId },
    },
  ]);
  const { lines } = await world.call(cases.readHistory, agent, { caseId });
  const line = lines.find(({ kind }) => kind === 'contact.language-told');
  assert.deepEqual(line?.facts, { language: 'es' });
});

test('a file tells the language until the person does', async () => {
  const { world, book, made, agent } = await newYorker();
  const office = await world.user('back_office');
  const { reference } = await world.db
    .selectFrom('customers')
    .select('reference')
    .where('id', '=', made.customerId)
    .executeTakeFirstOrThrow();
  await world.db
    .insertInto('clientReferences')
    .values({
      ...ownedBy(made.customerId),
      ...{ portfolioId: book.portfolio.id, kind: 'customer', reference, targetId: made.customerId },
    })
    .onConflict((on) => on.doNothing())
    .execute();
  const bring = (language: string) =>
    importFile(world, office, {
      portfolioId: book.portfolio.id,
      content: [
        'Customer number,Account,Invoice number,Due date,Amount,Language',
        `${reference},A9,I9,2026-08-31,120.50,${language}`,
      ].join('\n'),
    });
  const languageOf = async () =>
    (await world.call(cases.readCase, agent, { caseId: made.caseId })).customer.language;
  const call = await callNext(world, agent);
  await verified(world, agent, call);
  await bring('Hebrew');
  assert.equal(await languageOf(), 'he');
  const told = { conversationId: call.conversationId, language: 'es' };
  await world.call(contact.recordLanguage, agent, told);
  await bring('English');
  assert.equal(await languageOf(), 'es');
});
