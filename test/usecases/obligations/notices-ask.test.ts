import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { z } from 'zod';
import * as cases from '#contract/cases.ts';
import * as facts from '#contract/compliance/contact-facts.ts';
import * as duties from '#contract/compliance/obligations.ts';
import type { Decision } from '#domain/gate/decision.ts';
import type { EventWord } from '#domain/gate/facts/event-kinds.ts';
import { instantOf } from '#kernel/time.ts';
import { addMailPoints } from '#test/support/books/mail-points.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld, ownedBy } from '#test/support/world/fresh-world.ts';
import { addCall, hoursAgo } from '#test/support/world/gate-log.ts';

const dayMs = 86_400_000;

/** A case, with a complaint whose answers are owed unless told. */
async function complained({ about = true } = {}) {
  const world = await freshWorld();
  const book = await smallBook(world);
  const made = await book.addCase();
  await addMailPoints(world);
  const officer = await world.user('compliance');
  const record = (input: Omit<z.input<typeof facts.recordFact.input>, 'caseId'>) =>
    world.request(facts.recordFact, officer, { caseId: made.caseId, ...input });
  if (about) await record({ kind: 'complaint', source: 'letter' });
  const open = async () =>
    (await world.call(duties.listObligations, officer, {})).obligations.map(({ kind, id }) => ({
      kind,
      id,
    }));
  const idOf = async (kind: string) => (await open()).find((duty) => duty.kind === kind)?.id ?? '';
  const fulfil = async (
    kind: string,
    how: 'letter' | 'email' | 'phone_call' | 'other',
    metAt: string = hoursAgo(world, 0),
  ) =>
    world.request(duties.fulfilObligation, officer, {
      ...{ obligationId: await idOf(kind), how, metAt, reference: 'RR 1234' },
    });
  const contacts = () =>
    world.db
      .selectFrom('attempts as t')
      .leftJoin('decisions as d', (join) =>
        join.onRef('d.customerId', '=', 't.customerId').onRef('d.id', '=', 't.decisionId'),
      )
      .select(['t.channel', 't.purpose', 't.result', 't.state', 'd.verdict', 't.attemptedAt'])
      .where('t.direction', '=', 'outbound')
      .orderBy('t.id')
      .execute();
  const flags = async () =>
    (await world.call(facts.listFlags, officer, {})).flags.map(({ cause, becomes }) => [
      cause,
      becomes,
    ]);
  return { ...world, world, book, made, officer, record, open, fulfil, contacts, flags };
}

describe('a duty that is met by something sent', () => {
  it('passes the gate and counts as an attempt', async () => {
    const { fulfil, contacts, open } = await complained();
    assert.equal((await fulfil('complaint_acknowledgement', 'letter')).status, 200);
    const [letter, ...more] = await contacts();
    assert.deepEqual(more, []);
    assert.deepEqual(
      [letter?.channel, letter?.purpose, letter?.state, letter?.result, letter?.verdict],
      ['letter', 'complaint_response', 'ended', 'sent', 'permitted'],
    );
    assert.ok(!(await open()).some(({ kind }) => kind === 'complaint_acknowledgement'));
  });

  it('in writing tells its language to the gate, and what has no words of its own tells none', async () => {
    const { world, made, officer, open, record, request, call, db } = await complained();
    const { customerId, caseId } = made;
    await db.updateTable('customers').set({ language: 'fr' }).execute();
    const [duty] = (await open()).filter(({ kind }) => kind === 'complaint_acknowledgement');
    const met = { obligationId: duty?.id ?? '', metAt: hoursAgo(world, 0), reference: 'RR 1234' };
    const said = { ...met, how: 'phone_call', language: 'es' } as const;
    const refused = [
      await request(duties.fulfilObligation, officer, said),
      await record({ kind: 'complaint', source: 'letter', language: 'es' }),
    ];
    for (const { status, body } of refused) {
      assert.equal(status, 400);
      assert.deepEqual(body['problems'], [{ path: 'language', message: 'only-of-notices' }]);
    }
    await call(duties.fulfilObligation, officer, { ...met, how: 'letter', language: 'es' });
    const answered = { kind: 'dispute_answered', source: 'me', language: 'de' } as const;
    assert.equal((await record(answered)).status, 200);
    const kept = await db
      .selectFrom('decisions')
      .select('decision')
      .where('customerId', '=', customerId)
      .where('caseId', '=', caseId)
      .orderBy('id')
      .execute();
    const told = kept.flatMap(({ decision }) =>
      (decision as unknown as Decision).advisories
        .filter(({ rule }) => rule === 'DUNLIN-LANGUAGE')
        .map(({ details }) => details),
    );
    assert.deepEqual(told, [
      { language: 'es', prefers: 'fr' },
      { language: 'de', prefers: 'fr' },
    ]);
    const ended = await call(duties.listObligations, officer, { open: 'false' });
    const [shown] = ended.obligations.filter(({ id }) => id === met.obligationId);
    assert.equal(shown?.fulfilment?.['language'], 'es');
  });

  it('is not met while the gate refuses it, and the refusal is kept', async () => {
    const { fulfil, contacts, open, call, officer, made, db } = await complained();
    const death = { kind: 'deceased', why: 'told by the family', reviewOn: '2026-12-10' } as const;
    await call(cases.setHold, officer, { caseId: made.caseId, ...death });
    const refused = await fulfil('complaint_answer', 'other');
    assert.equal(refused.body['type'], '/problems/contact-refused');
    assert.ok((await open()).some(({ kind }) => kind === 'complaint_answer'));
    assert.deepEqual(await contacts(), []);
    const kept = await db.selectFrom('decisions').select(['verdict', 'campaign']).execute();
    assert.deepEqual(kept, [{ verdict: 'refused', campaign: 'obligation:complaint_answer' }]);
  });

  it('by telephone is the call on record, which counts once', async () => {
    const { world, made, fulfil, contacts } = await complained();
    const noEmail = await fulfil('complaint_answer', 'email');
    assert.equal(noEmail.body['needs'], 'e-mail-address');
    const without = await fulfil('complaint_answer', 'phone_call');
    assert.deepEqual([without.status, without.body['needs']], [409, 'call']);
    await addCall(world, made, { at: hoursAgo(world, 0), result: 'conversation' });
    assert.equal((await fulfil('complaint_answer', 'phone_call')).status, 200);
    assert.equal((await contacts()).length, 1);
  });

  it('that goes to nobody but a bureau is no contact', async () => {
    const { record, fulfil, contacts } = await complained();
    await record({ kind: 'coerced_debt', source: 'letter' });
    assert.equal((await fulfil('coerced_debt_bureau_notice', 'other')).status, 200);
    assert.deepEqual(await contacts(), []);
  });

  it('counts once for each telling: what was told is no cover for another letter', async () => {
    const { fulfil, contacts, call, officer, made, record } = await complained();
    await fulfil('complaint_acknowledgement', 'letter');
    assert.equal((await record({ kind: 'complaint_acknowledged', source: 'me' })).status, 200);
    assert.equal((await contacts()).length, 2);
    const death = { kind: 'deceased', why: 'told by the family', reviewOn: '2026-12-10' } as const;
    await call(cases.setHold, officer, { caseId: made.caseId, ...death });
    const refused = await fulfil('complaint_answer', 'letter');
    assert.equal(refused.body['type'], '/problems/contact-refused');
    // Whoever is refused is told the rules as one cites them, and when next.
    const { reasons, rules, nextKind, zone } = refused.body;
    const cited = rules as { rule: string; title: string; citation: string }[];
    assert.deepEqual(
      cited.map(({ rule }) => rule),
      reasons,
    );
    assert.ok(cited.length > 0 && cited.every(({ title, citation }) => title && citation));
    assert.deepEqual([nextKind, zone], ['on_condition', 'America/New_York']);
    assert.equal((await contacts()).length, 2);
  });

  it('by telephone is a talk about this book with the person, who was verified', async () => {
    const { world, db, made, fulfil } = await complained();
    const at = hoursAgo(world, 0);
    const elsewhere = { ...made, portfolioId: world.app.newId() };
    await addCall(world, elsewhere, { at, result: 'conversation' });
    const other = await fulfil('complaint_answer', 'phone_call');
    assert.deepEqual([other.status, other.body['needs']], [409, 'call']);
    const [id, attemptId] = [
      world.app.newId(),
      await addCall(world, made, { at, result: 'conversation' }),
    ];
    const { caseId, portfolioId } = made;
    await db
      .insertInto('conversations')
      .values({
        ...{ ...ownedBy(made.customerId), id, caseId, portfolioId, attemptId },
        ...{ direction: 'outbound', state: 'live', beganAt: at, answeredAt: at },
      })
      .execute();
    const live = { conversationId: id, state: 'released', result: null, endedAt: null };
    await db.updateTable('attempts').set(live).where('id', '=', attemptId).execute();
    const unknown = await fulfil('complaint_answer', 'phone_call');
    assert.deepEqual([unknown.status, unknown.body['needs']], [409, 'call']);
    await db.updateTable('conversations').set({ verifiedAt: at }).where('id', '=', id).execute();
    assert.equal((await fulfil('complaint_answer', 'phone_call')).status, 200);
  });
});

describe('a notice on record', () => {
  it('is a contact of ours when it was sent since the account came, and history before', async () => {
    const { world, record, contacts, clock } = await complained({ about: false });
    const notice = { kind: 'validation_notice', source: 'print house' } as const;
    await record({ ...notice, occurredAt: hoursAgo(world, 24 * 10) });
    assert.deepEqual(await contacts(), []);
    await clock.advance(dayMs);
    assert.equal((await record(notice)).status, 200);
    const [sent, ...more] = await contacts();
    assert.deepEqual(more, []);
    assert.deepEqual([sent?.purpose, sent?.verdict], ['send_validation_notice', 'permitted']);
  });
});

describe('a letter about the debt', () => {
  it('is asked about each time, also on a day on which one was sent', async () => {
    const { record, contacts, clock } = await complained({ about: false });
    assert.equal((await record({ kind: 'letter_about_debt', source: 'me' })).status, 200);
    await clock.advance(60_000);
    await record({ kind: 'cease', details: { in_writing: true }, source: 'letter' });
    await clock.advance(60_000);
    const kinds = ['letter_about_debt', 'collection_notice', 'visit_notice', 'attorney_asked'];
    for (const kind of kinds as readonly EventWord[]) {
      assert.equal((await record({ kind, source: 'me' })).status, 409, kind);
    }
    assert.equal((await contacts()).length, 1);
  });
});

describe('what went out on an earlier day', () => {
  it('is decided as of that day, and later decisions are looked at again', async () => {
    const { world, record, contacts, clock, flags } = await complained();
    const sentAt = instantOf(world.app.clock() + dayMs);
    await clock.advance(3 * dayMs);
    // A hold of today says nothing of three days ago.
    await record({ kind: 'cease', details: { in_writing: true }, source: 'letter' });
    const late = { kind: 'complaint_acknowledged', source: 'me', occurredAt: sentAt } as const;
    assert.equal((await record(late)).status, 200);
    const [sent] = await contacts();
    assert.deepEqual([sent?.verdict, sent?.attemptedAt], ['permitted', sentAt]);
    assert.deepEqual(await flags(), []);
  });

  it('is kept although the gate would have refused it, and put before compliance', async () => {
    const { world, record, contacts, clock, flags } = await complained();
    await record({ kind: 'cease', details: { in_writing: true }, source: 'letter' });
    const sentAt = instantOf(world.app.clock() + dayMs);
    await clock.advance(3 * dayMs);
    const late = { kind: 'collection_notice', source: 'me', occurredAt: sentAt } as const;
    assert.equal((await record(late)).status, 200);
    const [sent] = await contacts();
    assert.deepEqual([sent?.result, sent?.verdict], ['sent', 'refused']);
    assert.deepEqual(await flags(), [['breach', 'refused']]);
    const today = await record({ kind: 'collection_notice', source: 'me' });
    assert.equal(today.body['type'], '/problems/contact-refused');
    assert.equal((await contacts()).length, 1);
  });

  it('makes decisions of the days since then questionable that it would have changed', async () => {
    const { world, record, clock, flags } = await complained({ about: false });
    const sentAt = instantOf(world.app.clock() + dayMs);
    await clock.advance(3 * dayMs);
    assert.equal((await record({ kind: 'collection_notice', source: 'me' })).status, 200);
    assert.deepEqual(await flags(), []);
    // A demand within the validation period of a notice that nobody knew of.
    const late = { kind: 'validation_notice', source: 'me', occurredAt: sentAt } as const;
    assert.equal((await record(late)).status, 200);
    assert.deepEqual(await flags(), [['fact', 'refused']]);
  });
});
