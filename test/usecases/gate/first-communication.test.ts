import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as facts from '#contract/compliance/contact-facts.ts';
import { listObligations } from '#contract/compliance/obligations.ts';
import * as contact from '#contract/conversations.ts';
import { hearsForCustomer } from '#domain/parties/party-roles.ts';
import type { Person } from '#domain/simulation/persona.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { answersBy, meets } from '#test/support/world/answering.ts';
import { approved } from '#test/support/world/approving.ts';
import { callNext, hungUp, pass, readConversationOf, verified } from '#test/support/world/desk.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';
import { loadGateInputs } from '#usecases/gate/steps/load-gate-inputs.ts';
import { sendMessage } from '#usecases/messages/steps/send-message.ts';

const hourMs = 3_600_000;
const voicemail = {
  ...{ leave: true, businessName: 'Harbour Services', callbackNumber: '+12125550100' },
};

/** Everybody dialled answers as the function of the moment says. */
function changing(first: (person: Person) => Person) {
  let now = first;
  return {
    asPerson: (person: Person) => now(person),
    become: (next: (person: Person) => Person) => {
      now = next;
    },
  };
}

/** A call to its end, with what the desk read while it was up. */
async function call(world: World, result: 'no-answer' | 'voicemail-message' | 'refused') {
  const agent = await world.user('agent');
  const conversation = await callNext(world, agent);
  if (result === 'refused') await verified(world, agent, conversation);
  const during = await readConversationOf(world, agent, conversation);
  if (during.state === 'live') await hungUp(world, agent, conversation);
  await pass(world, 120_000);
  await world.call(contact.finish, agent, {
    ...{ conversationId: conversation.conversationId, mechanism: 'outbound-call', result },
    nextOn: '2026-11-18',
  });
  return { conversation, during };
}

const lastAttempt = (world: World) =>
  world.db
    .selectFrom('attempts')
    .select(['id', 'result', 'aboutDebt'])
    .orderBy('attemptedAt', 'desc')
    .executeTakeFirstOrThrow();

const duties = async (world: World) => {
  const officer = await world.user('compliance');
  const { obligations } = await world.call(listObligations, officer, {});
  return obligations.map(({ kind }) => kind);
};

type Made = { readonly customerId: string; readonly caseId: string };

/** The debts that the customer was told of, as the gate reads them. */
async function conveyed(world: World, book: Awaited<ReturnType<typeof smallBook>>, made: Made) {
  const { customerId, caseId } = made;
  const wanted = { customerId, caseId, portfolio: book.portfolio, userId: null };
  const { rows } = await loadGateInputs(world.app, world.db, { ...wanted, exceptAttempt: null });
  const told = rows.conveyed.filter(({ person }) => hearsForCustomer(person, []));
  return told.flatMap(({ debts }) => debts);
}

describe('the first communication about a debt', () => {
  it('is no unanswered dial; a talk after it obliges to the notice within five days', async () => {
    const people = changing(meets({ kind: 'ring-out' }));
    const world = await freshWorld({ asPerson: people.asPerson });
    const book = await smallBook(world);
    const made = await book.addCase();
    await call(world, 'no-answer');
    assert.deepEqual((await lastAttempt(world)).aboutDebt, false);
    assert.deepEqual(await duties(world), []);
    assert.deepEqual(await conveyed(world, book, made), []);
    people.become(answersBy('customer'));
    await world.clock.advance(2 * hourMs);
    await call(world, 'refused');
    assert.deepEqual((await lastAttempt(world)).aboutDebt, true);
    assert.deepEqual(await duties(world), ['validation_notice', 'initial_disclosures']);
    assert.deepEqual(await conveyed(world, book, made), [made.accountId]);
  });

  it('is no limited-content message; the desk reads its words, the log names it so', async () => {
    const people = changing(meets({ kind: 'machine', afterMs: 2_000 }));
    const world = await freshWorld({ asPerson: people.asPerson });
    const book = await smallBook(world, { settings: { gate: { voicemail } } });
    const made = await book.addCase();
    const { during } = await call(world, 'voicemail-message');
    assert.match(during.voicemail ?? '', /\{agent\} from Harbour Services.*\+12125550100/);
    const attempt = await lastAttempt(world);
    assert.deepEqual([attempt.result, attempt.aboutDebt], ['voicemail_lcm', false]);
    assert.deepEqual(await conveyed(world, book, made), []);
    people.become(answersBy('customer'));
    await world.clock.advance(2 * hourMs);
    await call(world, 'refused');
    // Decided with the message that a machine would have got: the talk obliges all the same.
    assert.ok((await duties(world)).includes('validation_notice'));
  });

  it('is a message nobody approved: none may be left, and one that was counts as about the debt', async () => {
    const world = await freshWorld({ asPerson: meets({ kind: 'machine', afterMs: 2_000 }) });
    const book = await smallBook(world);
    const made = await book.addCase();
    const { during } = await call(world, 'voicemail-message');
    assert.equal(during.voicemail, null);
    const attempt = await lastAttempt(world);
    assert.deepEqual([attempt.result, attempt.aboutDebt], ['voicemail_content', true]);
    assert.deepEqual(await conveyed(world, book, made), [made.accountId]);
    assert.ok((await duties(world)).includes('validation_notice'));
  });

  it('follows a correction of what the attempt truly was', async () => {
    const world = await freshWorld({ asPerson: meets({ kind: 'ring-out' }) });
    const book = await smallBook(world);
    const made = await book.addCase();
    await call(world, 'no-answer');
    const officer = await world.user('compliance');
    const { id: attemptId } = await lastAttempt(world);
    const correction = { caseId: made.caseId, attemptId, reason: 'The recording says so' };
    await world.call(facts.correctAttempt, officer, {
      ...correction,
      becomes: { result: 'conversation' },
    });
    assert.deepEqual(await conveyed(world, book, made), [made.accountId]);
    assert.ok((await duties(world)).includes('validation_notice'));
    const waits = await world.call(facts.correctAttempt, officer, {
      ...correction,
      becomes: { result: 'third_party_answered' },
    });
    await approved(world, 'manager', waits.approvalId);
    assert.deepEqual(await conveyed(world, book, made), []);
    // A spouse who was told of it does not stand for the customer (12 CFR 1006.2(e)).
    const spoken = { result: 'conversation', person: 'spouse', aboutDebt: true } as const;
    await world.call(facts.correctAttempt, officer, { ...correction, becomes: spoken });
    assert.deepEqual(await conveyed(world, book, made), []);
  });

  it('is a letter about the debt', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const made = await book.addCase();
    const { id: contactPointId } = await world.db
      .insertInto('contactPoints')
      .values({
        ...{ customerId: made.customerId, tenantId: world.app.tenantId, id: world.app.newId() },
        ...{ kind: 'mail', value: '1 High Street', source: 'test', state: 'valid' },
        createdAt: new Date(world.app.clock()).toISOString(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await sendMessage(world.app, await world.user('agent'), {
      ...{ caseId: made.caseId, contactPointId, channel: 'letter', mode: 'manual', purpose: null },
      ...{ reference: null, inResponseTo: null, subject: null, lang: 'en', campaign: null },
      content: { mentions_debt: true, debt_collector_disclosure: 'initial' },
      words: 'This is an attempt to collect a debt.',
    });
    assert.deepEqual(await conveyed(world, book, made), [made.accountId]);
    assert.ok((await duties(world)).includes('validation_notice'));
  });
});
