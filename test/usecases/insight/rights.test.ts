import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as insight from '#contract/insight.ts';
import * as rows from '#contract/insight-rows.ts';
import type { CaseState } from '#domain/cases/states.ts';
import { event } from '#domain/events/event.ts';
import type { Role } from '#domain/workforce/rights.ts';
import { append } from '#storage/event-log.ts';
import { nextPolicy } from '#test/support/books/policies.ts';
import { randomBook } from '#test/support/books/random-book.ts';
import { freshWorld, ownedBy } from '#test/support/world/fresh-world.ts';

const span = { from: '2026-09-01', to: '2026-11-18' };

test('who sees which figures', async (t) => {
  const world = await freshWorld();
  const book = await randomBook(world, 11, 10);

  const endpoints = [
    [insight.readBridge, span],
    [insight.readAgeing, {}],
    [insight.readBoard, {}],
    [insight.readKpis, span],
    [insight.readCauses, span],
    [insight.readContactHours, span],
    [insight.readNewDebt, {}],
    [rows.openBridge, { ...span, currency: 'USD', cell: 'closing' }],
    [rows.openAgeing, { currency: 'USD' }],
    [rows.openBoard, { state: 'working' }],
    [rows.openKpi, { ...span, kpi: 'contact-rate' }],
    [rows.openCause, { ...span, type: 'C', subReason: 'wrong-amount' }],
  ] as const;

  await t.test(
    'figures, rows and files are open to those who may read them and to nobody else',
    async () => {
      const readers: readonly Role[] = ['manager', 'analyst', 'supervisor', 'compliance'];
      for (const role of [...readers, 'agent', 'back_office', 'administrator'] as const) {
        const actor = await world.user(role);
        for (const [endpoint, input] of endpoints) {
          const expected = readers.includes(role) ? 200 : 403;
          const { status } = await world.request(endpoint, actor, input);
          assert.equal(status, expected, `${role} ${endpoint.name}`);
          const { kpi = '', ...query } = input as Record<string, string>;
          const file = await world.server.inject({
            url: `${endpoint.path.replace(':kpi', kpi)}.csv`,
            query,
            headers: { 'x-test-actor': actor.userId ?? '' },
          });
          assert.equal(file.statusCode, expected, `${role} ${endpoint.name} as a file`);
        }
      }
      for (const [endpoint, input] of endpoints) {
        assert.equal((await world.request(endpoint, null, input)).status, 401, endpoint.name);
      }
    },
  );

  await t.test('a role on one portfolio sees its figures only', async () => {
    const [cards, power] = book.portfolios;
    const actor = await world.user('manager', cards?.id);
    const { bridges } = await world.call(insight.readBridge, actor, span);
    assert.deepEqual(
      bridges.map(({ currency }) => currency),
      ['USD'],
    );
    const { lines } = await world.call(insight.readAgeing, actor, {});
    assert.deepEqual(
      lines.map(({ id }) => id),
      [cards?.id],
    );
    const other = await world.request(insight.readBridge, actor, {
      ...span,
      portfolioId: power?.id,
    });
    assert.equal(other.status, 403);
    const hidden = await world.call(rows.openKpi, actor, {
      ...{ ...span, kpi: 'cure-rate' },
      side: 'denominator',
    });
    const mine = book.cases.filter(({ portfolioId }) => portfolioId === cards?.id);
    assert.equal(hidden.total, mine.length);
  });

  await t.test('an analyst sees references where a manager sees names', async () => {
    const input = { ...span, kpi: 'cure-rate', side: 'denominator' as const };
    const named = await world.call(rows.openKpi, await world.user('manager'), input);
    assert.ok(named.rows.every(({ customerName }) => customerName?.startsWith('=Name')));
    const bare = await world.call(rows.openKpi, await world.user('analyst'), input);
    assert.ok(bare.rows.length > 0);
    assert.ok(bare.rows.every(({ customerName }) => customerName === null));
    assert.ok(bare.rows.every(({ customerReference }) => /^R\d+$/.test(customerReference)));
  });

  await t.test('a period must run forward and not too far', async () => {
    const manager = await world.user('manager');
    for (const [from, to] of [
      ['2026-11-02', '2026-11-01'],
      ['2020-01-01', '2026-11-01'],
      ['2026-02-30', '2026-11-01'],
    ]) {
      const { status } = await world.request(insight.readBridge, manager, { from, to });
      assert.equal(status, 400, `${from} ${to}`);
    }
  });

  await t.test('our own faults are counted by cause with what was billed', async () => {
    const manager = await world.user('manager');
    const [item] = book.items;
    const stored = await world.db
      .selectFrom('items')
      .select(['customerId', 'accountId', 'amountMinor', 'portfolioId'])
      .where('id', '=', item?.itemId ?? '')
      .executeTakeFirstOrThrow();
    const event = {
      ...ownedBy(stored.customerId),
      ...{ portfolioId: stored.portfolioId, accountId: stored.accountId },
      ...{ source: 'test', happenedOn: '2026-10-02', recordedAt: '2026-10-02T10:00:00Z' },
    };
    for (const [type, subReason, fault] of [
      ['C', 'wrong-amount', 'organisation'],
      ['C', 'wrong-amount', 'organisation'],
      ['D', 'not-received', 'organisation'],
      ['B', 'insufficient-funds', 'customer'],
    ] as const) {
      await world.db
        .insertInto('keyEvents')
        .values({ ...event, id: world.app.newId(), type, subReason, fault, itemId: item?.itemId })
        .execute();
    }
    const { causes } = await world.call(insight.readCauses, manager, span);
    assert.deepEqual(
      causes.map(({ type, subReason, events, customers }) => [type, subReason, events, customers]),
      [
        ['C', 'wrong-amount', 2, 1],
        ['D', 'not-received', 1, 1],
      ],
    );
    assert.equal(causes[0]?.amounts.length, 1, 'an item is counted once a cause');
    const opened = await world.call(rows.openCause, manager, {
      ...{ ...span, type: 'C', subReason: 'wrong-amount' },
    });
    assert.equal(opened.total, 2);
  });

  await t.test(
    'the board counts what came into a state and went out of it in seven days',
    async () => {
      const own = await world.db
        .selectFrom('cases')
        .select(['customerId', 'id', 'portfolioId', 'tenantId'])
        .where('closedAt', 'is', null)
        .executeTakeFirstOrThrow();
      const moved = (at: string, from: CaseState, to: CaseState) => {
        const frame = {
          ...{ id: world.app.newId(), tenantId: own.tenantId, portfolioId: own.portfolioId },
          ...{ customerId: own.customerId, caseId: own.id, actorId: null },
          ...{ occurredAt: at, recordedAt: at },
        };
        const plan = { stepBefore: null, nextAction: 'wait', nextActionOn: '2026-12-01' } as const;
        const on = 'deadline-passed' as const;
        const facts = { from, to, on, moves: [], closeReason: null, ...plan };
        return event('case.moved', frame, facts);
      };
      await append(world.db, [
        moved('2026-11-01T10:00:00Z', 'event', 'requested'),
        moved('2026-11-16T10:00:00Z', 'requested', 'final'),
        moved('2026-11-17T10:00:00Z', 'final', 'review'),
        moved('2026-11-17T11:00:00Z', 'review', 'final'),
      ]);
      const { columns, flowDays } = await world.call(
        insight.readBoard,
        await world.user('manager'),
        {},
      );
      assert.equal(flowDays, 7);
      const flowOf = (name: string) => {
        const column = columns.find(({ state }) => state === name);
        return [column?.cameIn, column?.wentOut];
      };
      assert.deepEqual(flowOf('requested'), [0, 1]);
      assert.deepEqual(flowOf('final'), [1, 1], 'one case, however often it went');
      assert.deepEqual(flowOf('review'), [1, 1]);
    },
  );

  await t.test('a target of the policy is shared over the days of its months', async () => {
    const [cards] = book.portfolios;
    await nextPolicy(world, cards?.id ?? '', { monthlyCollectionTarget: '3100.00' });
    const targetFor = async (from: string, to: string) => {
      const input = { portfolioId: cards?.id, from, to };
      const manager = await world.user('manager');
      return (await world.call(insight.readBridge, manager, input)).bridges[0]?.target;
    };
    assert.equal(await targetFor('2026-10-01', '2026-10-31'), '3100.00');
    assert.equal(await targetFor('2026-10-01', '2026-10-10'), '1000.00');
    assert.equal(await targetFor('2026-09-30', '2026-10-01'), '203.33');
  });

  await t.test('hours of contact add up to the attempts of the contact rate', async () => {
    const manager = await world.user('manager');
    const { cells } = await world.call(insight.readContactHours, manager, span);
    const { kpis } = await world.call(insight.readKpis, manager, span);
    const rate = kpis.find(({ id }) => id === 'contact-rate');
    const sum = (of: 'attempts' | 'reached') =>
      String(cells.reduce((total, cell) => total + cell[of], 0));
    assert.equal(sum('attempts'), rate?.denominator?.sum);
    assert.equal(sum('reached'), rate?.numerator.sum);
  });
});
