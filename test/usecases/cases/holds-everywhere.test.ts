import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as cases from '#contract/cases.ts';
import { askWhyNot } from '#contract/compliance/compliance.ts';
import * as facts from '#contract/compliance/contact-facts.ts';
import * as contact from '#contract/conversations.ts';
import * as desk from '#contract/desk.ts';
import { type HoldKind, holdKinds } from '#domain/cases/holds.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { addMailPoints } from '#test/support/books/mail-points.ts';
import { type CaseOptions, type MadeCase, smallBook } from '#test/support/books/small-book.ts';
import { freshWorld, ownedBy, type World } from '#test/support/world/fresh-world.ts';
import { scriptLines } from '#web/desk/conversation/script-lines.ts';

/** What is said of one case in each place that tells whether its customer may be asked to pay. */
async function told(world: World, officer: Actor, { caseId }: MadeCase) {
  const { ways } = await world.call(askWhyNot, officer, { caseId });
  const file = await world.call(cases.readCase, officer, { caseId });
  const work = await world.db
    .selectFrom('workItems')
    .select('state')
    .where('caseId', '=', caseId)
    .execute();
  return {
    open: ways.filter(({ verdict }) => verdict === 'permitted').map(({ channel }) => channel),
    askable: file.debt?.chaseable.amount,
    heldBy: file.debt?.heldBy,
    asks: asksIn(file),
    next: file.nextAction,
    queue: file.queue,
    inPool: work.some(({ state }) => state === 'ready' || state === 'waiting'),
  };
}

type Told = Awaited<ReturnType<typeof told>>;

/** Whether the script of the desk says a line that speaks of paying. */
function asksIn({ debt, eventType, tone, scriptParts, customer }: Read): boolean {
  const full = { kind: 'full', amount: '100.00', date: '2026-11-21' } as const;
  const lines = (['reason', 'agree'] as const).flatMap((stage) =>
    scriptLines({
      ...{ stage, eventType, tone, parts: scriptParts, customerKind: customer.kind, full },
      ...{ lateReason: null, questions: [], voicemail: null, agreed: null },
      isHeld: debt?.isHeld === true,
    }),
  );
  return lines.some(({ key }) =>
    /^(purpose|offer-full|ask-|help-of-paying|explain-debt)/.test(key),
  );
}

type Read = Awaited<ReturnType<typeof readCase>>;
const readCase = (world: World, actor: Actor, caseId: string) =>
  world.call(cases.readCase, actor, { caseId });

/** A call to collect, and one that helps with a card that expired. */
const works: readonly CaseOptions[] = [
  {},
  { state: 'service', event: 'A', step: 'service-call-1', subReason: 'card-expired' },
];

async function heldWorld() {
  const world = await freshWorld();
  const book = await smallBook(world);
  const made: { readonly kind: HoldKind; readonly one: MadeCase }[] = [];
  for (const [index, kind] of holdKinds.entries()) {
    made.push({ kind, one: await book.addCase(works[index % 2]) });
  }
  await addMailPoints(world);
  await world.user('back_office');
  const [officer, agent] = [await world.user('compliance'), await world.user('agent')];
  return { world, book, made, officer, agent, supervisor: await world.user('supervisor') };
}

test('under a hold of any kind on all of the debt every place says that nothing is asked for', async () => {
  const { world, made, officer, agent, supervisor } = await heldWorld();
  const before = new Map<string, Told>();
  for (const { one } of made) before.set(one.caseId, await told(world, officer, one));
  for (const { kind, one } of made) {
    const { open = [], ...first } = before.get(one.caseId) ?? {};
    const ways: readonly string[] = open;
    assert.ok(ways.includes('phone_call') && ways.includes('letter'), kind);
    assert.deepEqual(first, {
      ...{ askable: '100.00', heldBy: [], asks: true },
      ...{ next: 'call', queue: 'agents', inPool: true },
    });
    const hold = { caseId: one.caseId, kind, why: 'Said so', reviewOn: '2026-12-10' };
    await world.call(cases.setHold, supervisor, hold);
  }
  for (const { kind, one } of made) {
    const now = await told(world, officer, one);
    const next = { next: 'review', queue: 'supervisors', inPool: false };
    assert.deepEqual(
      now,
      { open: [], askable: '0.00', heldBy: [kind], asks: false, ...next },
      kind,
    );
    if (kind !== 'vulnerable') {
      await world.call(desk.openCase, agent, { caseId: one.caseId });
      const dial = { caseId: one.caseId, contactPointId: one.phoneId };
      const refused = await world.request(contact.startCall, agent, dial);
      assert.equal(refused.body['type'], '/problems/contact-refused', kind);
      await world.call(desk.putBack, agent, { caseId: one.caseId, why: 'not-now' });
    }
  }
  const { case: none } = await world.call(desk.nextCase, agent, {});
  assert.equal(none, null, 'the pool is empty');
  for (const { kind, one } of made) {
    const { holds } = await readCase(world, officer, one.caseId);
    const lifting = { caseId: one.caseId, holdId: holds[0]?.id ?? '', why: 'It was looked at' };
    await world.call(cases.liftHold, supervisor, lifting);
    const after = await told(world, officer, one);
    assert.deepEqual(after, before.get(one.caseId), `${kind} is over`);
  }
});
void [facts, ownedBy];
