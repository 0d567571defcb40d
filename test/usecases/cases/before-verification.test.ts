import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as corrections from '#contract/case-corrections.ts';
import * as cases from '#contract/cases.ts';
import * as contact from '#contract/conversations.ts';
import * as desk from '#contract/desk.ts';
import type { EventKind } from '#domain/events/event-kinds.ts';
import { kindToTell } from '#domain/events/private-lines.ts';
import { operatorPack } from '#domain/gate/operator-holds.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import {
  addRows,
  type Try,
  triesInConversation,
  triesOn,
} from '#test/support/books/portfolio-tries.ts';
import { type MadeCase, smallBook } from '#test/support/books/small-book.ts';
import { rolesInTable } from '#test/support/rules/rights-table.ts';
import { answersBy } from '#test/support/world/answering.ts';
import { callNext, hungUp, pass, verified } from '#test/support/world/desk.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';

const secret = 'Quietly told to us';

/** Lists of the desk, which name no case. */
const lists: readonly Try[] = [
  ['desk.my-day', 'agent', {}],
  ['desk.worklist', 'agent', {}],
  ['desk.next', 'agent', {}],
  ['cases.find', 'agent', { text: 'Made' }],
  ['tasks.list', 'agent', {}],
  ['floor.read', 'agent', {}],
];

/** What any answer of the product says when one person asks for it. */
async function answerTo(world: World, actor: Actor, [name, , input]: Try): Promise<string> {
  const endpoint = world.door.mounted.find((one) => one.name === name);
  assert.ok(endpoint, name);
  const { body } = await world.request(endpoint, actor, input as never);
  return `${name} ${JSON.stringify(body)}`;
}

/** Everything that one person is told about a case, whatever they ask. */
async function allAnswers(world: World, actor: Actor, made: MadeCase, conversationId: string) {
  const ids = await addRows(world, made);
  const inCall = triesInConversation(conversationId, made.phoneId);
  // Reporting a matter oneself is no secret; and verifying would open the case.
  const own = ['contact.hardship', 'contact.represented', 'contact.verify', 'contact.finish'];
  const tries = [
    ...triesOn(made, ids, { item: 'x', account: 'x' }),
    ...lists,
    ...inCall.filter(([name]) => !own.includes(name)),
  ];
  const answers: string[] = [];
  for (const one of tries) answers.push(await answerTo(world, actor, one));
  return answers;
}

async function tellEverything(world: World, made: MadeCase) {
  const { caseId } = made;
  const officer = await world.user('compliance');
  for (const kind of [
    'represented',
    'deceased',
    'hardship',
    'vulnerable',
    'identity',
    'coerced-debt',
    'insolvent',
  ]) {
    const set = { caseId, kind, why: secret, reviewOn: '2026-12-01' };
    await world.call(cases.setHold, officer, set);
  }
  return officer;
}

/** What an agent is not asked to try here, each with why its answer depends on no debt. */
const notTried: Readonly<Record<string, string>> = {
  'contact.call': 'the conversation is up already',
  'contact.verify': 'tried wrongly below: a right answer ends what is looked at',
  'contact.finish': 'it ends the conversation, and is tried last',
  'contact.hang-up': 'it ends the call, and is tried last but one',
  'desk.set-state': 'it sets the state of the agent',
  'account.begin-second-factor': 'it draws a secret',
};

/**
 * One world in which an agent talks to somebody nobody has verified, and everything that any endpoint
 * an agent may call answers, with what the live stream tells. `debt` is all that differs.
 */
async function toldToADesk(debt: {
  readonly product: string;
  readonly items: readonly { readonly amountMinor: bigint; readonly dueOn: string }[];
}) {
  const world = await freshWorld({ asPerson: answersBy('customer') });
  const book = await smallBook(world, { name: 'Loans', product: debt.product });
  const customer = { reference: 'C-1000' };
  const made = await book.addCase({
    customer,
    items: debt.items,
    priority: Number(debt.items.length) * 7,
  });
  await book.addCase({ work: null });
  const { portfolioId } = made;
  await world.db.updateTable('accounts').set({ product: debt.product }).execute();
  await dailyRun(world.app, portfolioId, '2026-11-18');
  const agent = await world.user('agent');
  const worklist = await answerTo(world, agent, ['desk.worklist', 'agent', {}]);
  const begun = await callNext(world, agent);
  const { conversationId } = begun;
  const ids = await addRows(world, made);
  const wrong = { conversationId, question: 'postal-code', answer: '00000' };
  const tries: readonly Try[] = [
    ...triesOn(made, ids, { item: 'x', account: 'x' }),
    ...lists,
    ...triesInConversation(conversationId, made.phoneId).filter(([name]) => !notTried[name]),
    ['contact.take-over', 'agent', { conversationId }],
    ['desk.put-back', 'agent', { caseId: made.caseId, why: 'not-now' }],
    ['contact.verify', 'agent', wrong],
    ...['workforce.who-am-i', 'intake.read-portfolios', 'approvals.list', 'approvals.count'].map(
      (name): Try => [name, 'agent', {}],
    ),
    ['approvals.decide', 'agent', { approvalId: ids.taskId, approve: true }],
    ['contact.hang-up', 'agent', { conversationId }],
    [
      'contact.finish',
      'agent',
      { conversationId, mechanism: 'outbound-call', result: 'not-verified', nextOn: '2026-11-25' },
    ],
    ['cases.history', 'agent', { caseId: made.caseId }],
    ['desk.my-day', 'agent', {}],
  ];
  const answers = [worklist];
  const known = new Set(world.door.mounted.map(({ name }) => name));
  for (const one of tries) {
    if (known.has(one[0])) answers.push(await answerTo(world, agent, one));
    if (one[0] === 'contact.hang-up') await pass(world, 1_000);
  }
  const stream = await world.db
    .selectFrom('eventLog')
    .select(['kind', 'occurredAt'])
    .where('caseId', '=', made.caseId)
    .orderBy('seq')
    .execute();
  const told = [...answers, ...stream.map((one) => `live ${kindToTell(one.kind as EventKind)}`)];
  const tried = new Set([...tries.map(([name]) => name), ...Object.keys(notTried)]);
  const untried = world.door.mounted
    .map(({ name }) => name)
    .filter((name) => rolesInTable(name).has('agent') && !tried.has(name))
    .filter((name) => !name.startsWith('account.'));
  assert.deepEqual(untried, [], 'every endpoint that an agent may call is tried');
  return told.map(withoutIds());
}

/** What is drawn anew in each world: the end of an address, when it was answered, the first words. */
const drawn: readonly (readonly [RegExp, string])[] = [
  [/agent-[0-9a-f]{6}@/g, 'agent@'],
  [/2026-11-18T15:00:0\d\.\d{3}Z/g, 'while it rang'],
  [/"speaker":"customer","intent":null,"words":"[^"]*"/g, 'their first words'],
];

/** Without what is drawn; the same id is named by the order in which it comes. */
function withoutIds() {
  const seen = new Map<string, string>();
  return (text: string) =>
    drawn
      .reduce((told, [what, instead]) => told.replace(what, instead), text)
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
        const name = seen.get(id) ?? `id-${seen.size}`;
        seen.set(id, name);
        return name;
      });
}

describe('before the right person is verified', () => {
  it('no answer to a desk follows from amount, age or product of the debt', async () => {
    const small = await toldToADesk({
      product: 'credit_card',
      items: [{ amountMinor: 4_000n, dueOn: '2026-11-08' }],
    });
    const large = await toldToADesk({
      product: 'auto_loan',
      items: [
        { amountMinor: 730_000n, dueOn: '2026-03-02' },
        { amountMinor: 912_345n, dueOn: '2026-07-01' },
      ],
    });
    assert.ok(small.length > 80, `${small.length} answers`);
    const differ = small.flatMap((one, i) => (large[i] === one ? [] : [[one, large[i]]]));
    assert.deepEqual(differ, []);
    assert.equal(large.length, small.length);
    assert.doesNotMatch(large.join(), /7300|9123|16423|auto_loan|2026-0[37]/);
  });

  it('no answer to a desk tells of health, need, death or who speaks for them', async () => {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const book = await smallBook(world);
    const made = await book.addCase();
    const agent = await world.user('agent');
    const begun = await callNext(world, agent);
    await tellEverything(world, made);
    // A second call is refused, and the refusal is in the log.
    await hungUp(world, agent, begun);
    const finish = { mechanism: 'outbound-call', result: 'hung-up', nextOn: '2026-11-25' } as const;
    await world.call(contact.finish, agent, { conversationId: begun.conversationId, ...finish });
    await world.db.deleteFrom('customerLeases').execute();
    const supervisor = await world.user('supervisor', null, ['specialist']);
    await world.call(desk.openCase, supervisor, { caseId: made.caseId });
    const call = { caseId: made.caseId, contactPointId: made.phoneId };
    assert.equal((await world.request(contact.startCall, supervisor, call)).status, 409);
    const logged = await world.db
      .selectFrom('eventLog')
      .select('facts')
      .where('kind', '=', 'contact.refused')
      .executeTakeFirstOrThrow();
    assert.match(JSON.stringify(logged.facts), /DUNLIN-HOLD-DECEASED/);

    const answers = await allAnswers(world, agent, made, begun.conversationId);
    const rules = [...world.app.gate.packs, operatorPack]
      .flatMap((pack) => pack.rules)
      .filter(({ discreet }) => discreet);
    for (const answer of answers) {
      const told = answer.replaceAll('"vulnerable":false', '').replace(/"right":"[^"]*"/, '');
      for (const { id, title } of rules) {
        assert.ok(!told.includes(`"${id}"`) && !told.includes(title), `${id} in ${told}`);
      }
      const body = told.slice(told.indexOf(' '));
      assert.doesNotMatch(body, /vulnerab|deceased|represented|hardship|identity-t|insolven/i);
      assert.ok(!body.includes(secret) && !body.includes('specialist'), told);
    }
    const history = answers.find((one) => one.startsWith('cases.history')) ?? '';
    assert.match(history, /"kind":"contact.refused"/);
    assert.match(history, /DUNLIN-RESTRICTED/);
  });

  it('a case kept for somebody else says what a case in other hands says', async () => {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const book = await smallBook(world);
    const vulnerable = await book.addCase({ customer: { vulnerable: true } });
    const taken = await book.addCase();
    const [agent, colleague] = [await world.user('agent'), await world.user('agent')];
    await world.call(desk.openCase, colleague, { caseId: taken.caseId });
    const said = async ({ caseId }: MadeCase) => {
      const { status, body } = await world.request(desk.openCase, agent, { caseId });
      const { instance: _, ...rest } = body as Record<string, unknown>;
      return [status, rest];
    };
    assert.deepEqual(await said(vulnerable), await said(taken));
  });

  it('all of it stands there once they are', async () => {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const book = await smallBook(world);
    const made = await book.addCase();
    const agent = await world.user('agent');
    const begun = await callNext(world, agent);
    await tellEverything(world, made);
    const { caseId } = made;
    assert.deepEqual((await world.call(cases.readCase, agent, { caseId })).holds, []);
    await verified(world, agent, begun);
    const kinds = (await world.call(cases.readCase, agent, { caseId })).holds.map(
      ({ kind }) => kind,
    );
    assert.deepEqual(kinds.toSorted(), [
      'coerced-debt',
      'deceased',
      'hardship',
      'identity',
      'insolvent',
      'represented',
    ]);
  });

  it('why somebody tied to them was corrected tells no name, note or former role', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const { caseId, phoneId } = await book.addCase();
    const [clerk, agent] = [await world.user('back_office'), await world.user('agent')];
    await world.call(desk.openCase, agent, { caseId });
    const party = { caseId, relation: null, name: 'Rose Amber', note: null, accountId: null };
    const { partyId } = await world.call(corrections.addParty, clerk, {
      ...party,
      role: 'attorney',
    });
    await world.call(corrections.changeParty, clerk, {
      ...{ ...party, partyId, role: 'guarantor', name: 'Rose Coral' },
      ...{ note: 'Once her lawyer', why: 'No lawyer any more' },
    });
    await world.call(corrections.setContactPoint, clerk, {
      ...{ caseId, contactPointId: phoneId, partyId, place: null, employerProvided: false },
      why: 'The number of her lawyer',
    });
    const told = JSON.stringify(await world.call(cases.readHistory, agent, { caseId }));
    assert.match(told, /contact-point.set/);
    assert.doesNotMatch(told, /attorney|lawyer|Rose/);
  });
});
