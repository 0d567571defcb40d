import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Endpoint } from '#contract/endpoint.ts';
import type { Actor, Role } from '#domain/workforce/rights.ts';
import {
  addRows,
  type Try,
  triesInConversation,
  triesOn,
} from '#test/support/books/portfolio-tries.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';

/** Answers that tell nothing of what lies behind them. */
const closed = [403, 404];

test('a role on one portfolio opens nothing of another', async (t) => {
  const world = await freshWorld();
  const book = await smallBook(world);
  const other = await book.addPortfolio();
  const mine = await book.addCase({ customer: { name: 'Mine Only' } });
  const theirs = await book.addCase({
    portfolioId: other.id,
    customer: { name: 'Hidden Person' },
  });
  const ids = await addRows(world, theirs);
  const { db } = world;
  const item = await db
    .selectFrom('items')
    .select('reference')
    .where('id', '=', theirs.itemIds[0] ?? '')
    .executeTakeFirstOrThrow();
  const account = await db
    .selectFrom('accounts')
    .select('reference')
    .where('id', '=', theirs.accountId)
    .executeTakeFirstOrThrow();
  const byName = new Map<string, Endpoint>(world.door.mounted.map((one) => [one.name, one]));
  const actors = new Map<string, Actor>();
  const actorOf = async (role: Role, portfolioId: string) => {
    const key = `${role} ${portfolioId}`;
    const actor = actors.get(key) ?? (await world.user(role, portfolioId));
    actors.set(key, actor);
    return actor;
  };
  const attempt = async ([name, role, input]: Try, portfolioId: string) => {
    const endpoint = byName.get(name);
    assert.ok(endpoint, name);
    const actor = await actorOf(role, portfolioId);
    const url = endpoint.path.replace(/:(\w+)/g, (_, field: string) => String(input[field]));
    const inPath = new Set([...endpoint.path.matchAll(/:(\w+)/g)].map(([, field]) => field));
    const rest = Object.fromEntries(Object.entries(input).filter(([field]) => !inPath.has(field)));
    const { statusCode, body } = await world.server.inject({
      method: endpoint.method,
      url,
      headers: { 'x-dunlin': '1', 'x-test-actor': actor.userId ?? '' },
      ...(endpoint.method === 'GET'
        ? { query: rest as Record<string, string> }
        : { payload: rest }),
    });
    return { status: statusCode, body };
  };
  const tries = triesOn(theirs, ids, { item: item.reference, account: account.reference });

  await t.test(
    'what is asked of it is refused or not there, and nothing of it is told',
    async () => {
      for (const one of tries) {
        const { status, body } = await attempt(one, book.portfolio.id);
        if (one[0] === 'ledger.payments' && status === 200) {
          assert.deepEqual((JSON.parse(body) as { payments: unknown[] }).payments, []);
        } else assert.ok(closed.includes(status), `${one[1]} ${one[0]}: ${status} ${body}`);
        assert.ok(!body.includes('Hidden'), `${one[0]} tells a name`);
      }
    },
  );

  await t.test(
    'the same is open, or refused for what it is, to the role on its portfolio',
    async () => {
      for (const one of tries) {
        const { status, body } = await attempt(one, other.id);
        assert.ok(![401, 403].includes(status), `${one[1]} ${one[0]}: ${status} ${body}`);
        assert.ok(status < 500, `${one[0]} broke: ${body}`);
      }
    },
  );

  await t.test(
    'a conversation is closed to every other portfolio, whatever is said in it',
    async () => {
      const { caseId, phoneId } = await book.addCase({ portfolioId: other.id });
      const opened = await attempt(['desk.open', 'supervisor', { caseId }], other.id);
      assert.equal(opened.status, 200, opened.body);
      const call = { caseId, contactPointId: phoneId };
      const called = await attempt(['contact.call', 'supervisor', call], other.id);
      assert.equal(called.status, 200, called.body);
      const conversation = await db
        .selectFrom('conversations')
        .select('id')
        .executeTakeFirstOrThrow();
      const tries = triesInConversation(conversation.id, phoneId);
      const inTable = world.door.mounted.filter(({ path }) => path.includes('/:conversationId'));
      assert.deepEqual(
        [...tries.map(([name]) => name), 'floor.take-over'].sort(),
        inTable.map(({ name }) => name).sort(),
      );
      for (const one of tries) {
        const { status, body } = await attempt(one, book.portfolio.id);
        assert.ok(closed.includes(status), `${one[0]}: ${status} ${body}`);
      }
      const takeOver: Try = ['floor.take-over', 'supervisor', { conversationId: conversation.id }];
      assert.ok(closed.includes((await attempt(takeOver, book.portfolio.id)).status));
    },
  );

  await t.test('lists and searches hold only one’s own', async () => {
    const lists: readonly Try[] = [
      ['cases.find', 'agent', { text: 'Hidden' }],
      ['compliance.blocks', 'compliance', { from: '2026-11-01', to: '2026-11-30' }],
      [
        'compliance.block-rows',
        'compliance',
        { from: '2026-11-01', to: '2026-11-30', figure: 'decisions' },
      ],
      ['desk.worklist', 'agent', {}],
      ['desk.my-day', 'agent', {}],
      ['floor.read', 'supervisor', {}],
      ['insight.open-board', 'manager', { state: 'working' }],
      ['intake.read-imports', 'manager', {}],
      ['intake.read-portfolios', 'manager', {}],
      ['intake.read-entries', 'back_office', { state: 'unmatched' }],
      ['tasks.list', 'back_office', {}],
      ['compliance.refusals', 'back_office', { which: 'all' }],
      ['ledger.payments', 'manager', {}],
      ['admin.policies', 'manager', {}],
      ['system.health', 'manager', {}],
      ['workforce.who-am-i', 'agent', {}],
    ];
    for (const one of lists) {
      const { status, body } = await attempt(one, book.portfolio.id);
      assert.equal(status, 200, `${one[0]}: ${body}`);
      for (const hidden of ['Hidden', other.id, other.name, ...Object.values(ids)]) {
        assert.ok(!body.includes(hidden), `${one[0]} shows ${hidden}`);
      }
    }
    const next = await attempt(['desk.next', 'agent', {}], book.portfolio.id);
    assert.ok(next.body.includes(mine.caseId), 'the next case is one’s own');
  });
});
