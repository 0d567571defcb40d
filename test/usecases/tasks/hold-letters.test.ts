import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as cases from '#contract/cases.ts';
import * as facts from '#contract/compliance/contact-facts.ts';
import * as tasks from '#contract/tasks.ts';
import type { HoldKind } from '#domain/cases/holds.ts';
import { contentProblems } from '#domain/contact/message-content.ts';
import { holdLetterTasks } from '#domain/strategy/hold-letter-tasks.ts';
import { holdLetterContact, holdLetterFor } from '#domain/strategy/hold-letters.ts';
import { letterLanguages } from '#domain/strategy/letters.ts';
import { addMailPoints } from '#test/support/books/mail-points.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';

/** A case under a hold, with the task of the hold. */
async function held(kind: HoldKind) {
  const world = await freshWorld();
  const book = await smallBook(world);
  const made = await book.addCase();
  await addMailPoints(world);
  const office = await world.user('supervisor');
  const why = 'Said so on the telephone';
  const hold = { caseId: made.caseId, kind, why, reviewOn: '2026-11-30' };
  await world.call(cases.setHold, office, hold);
  const open = async () => (await world.call(tasks.listTasks, office, {})).tasks;
  const contacts = () =>
    world.db
      .selectFrom('attempts as t')
      .innerJoin('decisions as d', (join) =>
        join.onRef('d.customerId', '=', 't.customerId').onRef('d.id', '=', 't.decisionId'),
      )
      .select(['t.channel', 't.purpose', 't.result', 'd.verdict'])
      .execute();
  return { ...world, world, addCase: book.addCase, made, office, open, contacts };
}

describe('the letter of a hold', () => {
  it('to somebody who asked for no contact is in the drawer, goes through the gate and ends the task', async () => {
    const { call, office, open, contacts } = await held('stop-contact');
    const [task] = await open();
    assert.deepEqual(task?.outcomes, ['letter-sent', 'lift', 'put-off']);
    const taskId = task?.id ?? '';
    const { permission, letter } = await call(tasks.readTask, office, { taskId });
    assert.equal(permission?.verdict, 'permitted');
    assert.match(letter?.words ?? '', /asked us not to contact you/);
    await call(tasks.finishTask, office, { taskId, outcome: 'letter-sent', how: 'post' });
    assert.deepEqual(await contacts(), [
      { channel: 'letter', purpose: 'advise_termination', result: 'sent', verdict: 'permitted' },
    ]);
    // The hold stands: its review waits for its day.
    const left = (await open()).map(({ kind, dueOn, outcomes }) => [kind, dueOn, outcomes]);
    assert.deepEqual(left, [['review-hold', '2026-11-30', ['lift', 'put-off']]]);
    const kept = await call(tasks.readTask, office, { taskId });
    assert.equal(kept.letter?.words, letter?.words);
  });

  it('to a complaint gives the answer that somebody wrote, and meets its duties', async () => {
    const { call, request, office, open, contacts, db } = await held('complaint');
    const taskId = (await open()).find(({ kind }) => kind === 'answer-complaint')?.id ?? '';
    const sent = { taskId, outcome: 'letter-sent', how: 'post' } as const;
    const without = await request(tasks.finishTask, office, sent);
    assert.deepEqual([without.status, without.body['needs']], [409, 'reason']);
    const demand = { ...sent, why: 'Pay 100.00 USD now or we sue you' };
    const pressing = await request(tasks.finishTask, office, demand);
    assert.deepEqual(pressing.body['problems'], [
      { path: 'why', message: 'presses-for-payment', words: 'pay, sue' },
    ]);
    assert.deepEqual(await contacts(), []);
    const why = 'The fee was wrong and is taken back.';
    await call(tasks.finishTask, office, { ...sent, why });
    const { letter } = await call(tasks.readTask, office, { taskId });
    assert.match(letter?.words ?? '', /The fee was wrong/);
    const purposes = (await contacts()).map(({ purpose }) => purpose);
    assert.deepEqual(purposes, ['complaint_response']);
    const open2 = await db
      .selectFrom('obligations')
      .select('kind')
      .where('kind', 'like', 'complaint%')
      .where('fulfilledAt', 'is', null)
      .execute();
    assert.deepEqual(open2, []);
  });

  it('answers hardship, coerced debt, identity theft and a checked debt through the gate', async () => {
    const answers = [
      ['hardship', 'review-hardship', 'hardship_response'],
      ['coerced-debt', 'review-coerced-debt', 'coerced_debt_answer'],
      ['identity', 'check-identity-theft', 'dispute_response'],
      ['error', 'check-debt', 'dispute_response'],
    ] as const;
    const { call, office, open, contacts, world, addCase, db } = await held('hardship');
    for (const [i, [kind, name, purpose]] of answers.entries()) {
      if (i > 0) {
        const { caseId } = await addCase();
        const why = 'Said so on the telephone';
        await call(cases.setHold, office, { caseId, kind, why, reviewOn: '2026-11-30' });
      }
      await addMailPoints(world);
      const taskId = (await open()).find((task) => task.kind === name)?.id ?? '';
      const why = 'We rest until we have looked.';
      await call(tasks.finishTask, office, { taskId, outcome: 'letter-sent', how: 'post', why });
      const sent = (await contacts()).at(-1);
      assert.deepEqual([sent?.purpose, sent?.verdict], [purpose, 'permitted'], kind);
    }
    const open2 = await db
      .selectFrom('obligations')
      .select('kind')
      .where('kind', '=', 'hardship_answer')
      .where('fulfilledAt', 'is', null)
      .execute();
    assert.deepEqual(open2, []);
    const standing = await db
      .selectFrom('holds')
      .select('id')
      .where('liftedAt', 'is', null)
      .execute();
    assert.equal(standing.length, answers.length);
  });

  it('tells whoever sends it that the customer prefers a language in which there is none', async () => {
    const { call, office, open, db } = await held('stop-contact');
    const taskId = (await open())[0]?.id ?? '';
    const wanted = async () => (await call(tasks.readTask, office, { taskId })).letter?.wanted;
    assert.equal(await wanted(), null);
    await db.updateTable('customers').set({ language: 'fr' }).execute();
    assert.equal(await wanted(), 'fr');
  });

  it('to whoever represents them needs their address and goes to no one else', async () => {
    const { request, call, office, open, contacts, made, db, app } = await held('represented');
    const taskId = (await open()).find(({ kind }) => kind === 'write-to-adviser')?.id ?? '';
    const sent = { taskId, outcome: 'letter-sent', how: 'post' } as const;
    const without = await request(tasks.finishTask, office, sent);
    assert.deepEqual([without.status, without.body['needs']], [409, 'address']);
    const { customerId, caseId: _ } = made;
    const at = new Date(app.clock()).toISOString();
    const { tenantId } = app;
    const partyId = app.newId();
    await db
      .insertInto('parties')
      .values({
        ...{ customerId, id: partyId, tenantId, role: 'attorney', name: 'R. Counsel' },
        ...{ source: 'test', createdAt: at },
      })
      .execute();
    await db
      .insertInto('contactPoints')
      .values({
        ...{ customerId, tenantId, id: app.newId(), kind: 'mail', value: '2 Court Row', partyId },
        ...{ zones: ['America/New_York'], source: 'test', state: 'valid', rank: 1, createdAt: at },
      })
      .execute();
    await call(tasks.finishTask, office, sent);
    assert.deepEqual(
      (await contacts()).map(({ channel, verdict }) => [channel, verdict]),
      [['letter', 'permitted']],
    );
  });

  it('stands beside what was said, the papers on record and the time limits with their law', async () => {
    const { call, office, open, made, user } = await held('complaint');
    const officer = await user('compliance');
    const { caseId } = made;
    const paper = { source: 'letter of 9 November', evidenceRef: 'file 17' };
    await call(facts.recordFact, officer, { caseId, kind: 'complaint', ...paper });
    const [task] = await open();
    const { hold } = await call(tasks.readTask, office, { taskId: task?.id ?? '' });
    assert.deepEqual(
      [hold?.kind, hold?.words, hold?.setBy, hold?.onCall, hold?.reviewOn],
      ['complaint', 'Said so on the telephone', office.name, false, '2026-11-30'],
    );
    assert.deepEqual(
      hold?.facts.map(({ kind, source, evidenceRef }) => [kind, source, evidenceRef]),
      [['complaint', paper.source, paper.evidenceRef]],
    );
    const clocks = hold?.clocks.map(({ kind, late, citation }) => [kind, late, citation !== '']);
    assert.ok(clocks?.some(([kind]) => kind === 'complaint_answer'));
    assert.ok(clocks?.every(([, late, cited]) => late === false && cited === true));
  });

  it('says what it declares to the gate, in every language', () => {
    const facts = { name: 'Alex', creditor: 'Lender', terms: [], currency: 'USD', adviceIn: null };
    for (const parts of [['debt_collector_disclosure'], []] as const) {
      for (const task of holdLetterTasks) {
        for (const language of letterLanguages) {
          const letter = holdLetterFor(task, { ...facts, language }, parts, 'Yes.');
          const text = { words: letter.words, lang: language, declaredBy: 'person' } as const;
          const { content } = holdLetterContact(task, 'x', parts);
          assert.deepEqual(contentProblems(text, content), [], `${task} ${language}`);
        }
      }
    }
  });
});
