import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as insight from '#contract/insight.ts';
import * as rows from '#contract/insight-rows.ts';
import { ageBases, ageing } from '#domain/insight/ageing.ts';
import { computeKpi, type KpiFacts, kpis } from '#domain/insight/kpi.ts';
import { bridge, bridgeLines } from '#domain/ledger/bridge.ts';
import { parseAmount, plainAmount } from '#kernel/money.ts';
import { dateIn } from '#kernel/time.ts';
import { nextPolicy } from '#test/support/books/policies.ts';
import { randomBook } from '#test/support/books/random-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';

const span = { from: '2026-09-20', to: '2026-10-31' };

test('the figures of a random book', async (t) => {
  const world = await freshWorld();
  const book = await randomBook(world, 7);
  const manager = await world.user('manager');

  const minor = (text: string | undefined, currency: string): bigint => {
    const amount = parseAmount(text ?? '', currency);
    assert.equal(typeof amount, 'bigint', `${text} is no amount`);
    return BigInt(amount);
  };

  await t.test('the bridge is the one of the domain, day by day, and closes', async () => {
    for (const { id: portfolioId, currency } of book.portfolios) {
      const expected = bridge(
        book.postings.filter((posting) => posting.portfolioId === portfolioId),
        span,
      );
      const { bridges } = await world.call(insight.readBridge, manager, { portfolioId, ...span });
      assert.deepEqual(
        bridges.map((one) => one.currency),
        [currency],
      );
      const days = expected.map(({ portfolioId: _, currency: __, day, ...lines }) => ({
        day,
        ...Object.fromEntries(
          Object.entries(lines).map(([line, amount]) => [line, plainAmount(amount, currency)]),
        ),
      }));
      assert.deepEqual(bridges[0]?.days, days);
      assert.ok(bridges[0]?.days.every(({ difference }) => minor(difference, currency) === 0n));
    }
  });

  await t.test('all postings together are the stored balance of every item', async () => {
    const stored = new Map<string, bigint>();
    for (const { currency, balance } of book.items) {
      stored.set(currency, (stored.get(currency) ?? 0n) + balance);
    }
    const { bridges } = await world.call(insight.readBridge, manager, {
      from: '2026-11-17',
      to: '2026-11-18',
    });
    assert.deepEqual(
      bridges.map(({ currency }) => currency),
      ['EUR', 'USD'],
    );
    for (const { currency, proof, total } of bridges) {
      assert.equal(minor(proof.items, currency), stored.get(currency));
      assert.equal(minor(proof.difference, currency), 0n);
      assert.equal(total.closing, proof.items);
    }
  });

  await t.test(
    'a stored balance that the postings do not explain shows as a difference',
    async () => {
      const other = await freshWorld();
      const { portfolios } = await randomBook(other, 3, 4);
      await other.db
        .updateTable('items')
        .set((eb) => ({ balanceMinor: eb('balanceMinor', '+', 1n) }))
        .where('currency', '=', 'USD')
        .execute();
      const items = await other.db
        .selectFrom('items')
        .select('id')
        .where('currency', '=', 'USD')
        .execute();
      const { bridges } = await other.call(insight.readBridge, await other.user('manager'), {
        ...span,
        portfolioId: portfolios[0]?.id,
      });
      assert.equal(minor(bridges[0]?.proof.difference, 'USD'), -BigInt(items.length));
    },
  );

  await t.test('every cell of the bridge opens to rows that sum to it', async () => {
    for (const { id: portfolioId, currency } of book.portfolios) {
      const input = { portfolioId, ...span };
      const { bridges } = await world.call(insight.readBridge, manager, input);
      for (const cell of ['opening', ...bridgeLines, 'closing'] as const) {
        const opened = await world.call(rows.openBridge, manager, { ...input, currency, cell });
        assert.equal(opened.sum, bridges[0]?.total[cell], cell);
      }
    }
  });

  await t.test(
    'the three ageing reports are those of the domain, and open to their items',
    async () => {
      for (const by of ageBases) {
        const expected = book.portfolios.flatMap(({ id, zone }) =>
          ageing(
            book.items.filter((item) => item.portfolioId === id),
            by,
            dateIn(zone, world.clock.now()),
          ),
        );
        const { lines } = await world.call(insight.readAgeing, manager, { by });
        const got = lines.map(({ id, currency, cells }) => [
          id,
          Object.fromEntries(
            Object.entries(cells).map(([column, cell]) => [column, minor(cell?.amount, currency)]),
          ),
        ]);
        const cellsOf = expected.map(({ group, cells }) => [
          group,
          Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, cell?.minor])),
        ]);
        assert.deepEqual(Object.fromEntries(got), Object.fromEntries(cellsOf));
        for (const { id, currency, cells } of lines) {
          for (const [column, cell] of Object.entries(cells)) {
            const opened = await world.call(rows.openAgeing, manager, {
              ...{ by, currency, line: id ?? '' },
              column: column as 'not-due',
            });
            assert.equal(opened.sum, cell?.amount);
            assert.equal(opened.total, cell?.items);
          }
        }
      }
    },
  );

  await t.test('ageing as it stood on a past day is what was owed that day', async () => {
    const on = '2026-10-15';
    const expected = bridge(book.postings, { from: on, to: on });
    const { lines } = await world.call(insight.readAgeing, manager, { on });
    for (const { portfolioId, closing } of expected) {
      const line = lines.find(({ id }) => id === portfolioId);
      assert.equal(minor(line?.total.amount ?? '0', line?.currency ?? 'USD'), closing);
    }
  });

  await t.test('every group of the ageing report holds the same debt', async () => {
    const totals = await Promise.all(
      (['portfolio', 'owner', 'product', 'region'] as const).map(async (group) => {
        const { lines } = await world.call(insight.readAgeing, manager, { group });
        return lines
          .filter(({ currency }) => currency === 'USD')
          .reduce((sum, { total }) => sum + minor(total.amount, 'USD'), 0n);
      }),
    );
    assert.equal(new Set(totals).size, 1);
  });

  function factsOf(portfolioId: string): KpiFacts {
    const placed = <T extends { portfolioId: string; day: string }>(facts: readonly T[]) =>
      facts.filter(
        (fact) => fact.portfolioId === portfolioId && fact.day >= span.from && fact.day <= span.to,
      );
    const debt = bridge(
      book.postings.filter((posting) => posting.portfolioId === portfolioId),
      span,
    );
    return {
      attempts: placed(book.attempts),
      conversations: placed(book.conversations),
      promises: placed(book.promises.map((fact) => ({ ...fact, day: fact.deadline }))),
      cases: book.cases
        .filter(
          ({ opened, closed, portfolioId: of }) =>
            of === portfolioId && opened <= span.to && (closed === null || closed >= span.from),
        )
        .map(({ caseId, cured, closed }) => ({
          caseId,
          cured: cured && closed !== null && closed <= span.to,
        })),
      debt: debt.map(({ day, opening, newDebt, collected }) => ({
        ...{ day, opening, newDebt, collected },
        isFirstDay: day === span.from,
      })),
    };
  }

  await t.test(
    'every figure is the one of the domain, and opens to rows that sum to it',
    async () => {
      for (const { id: portfolioId, currency } of book.portfolios) {
        const input = { portfolioId, ...span };
        const facts = factsOf(portfolioId);
        const answer = await world.call(insight.readKpis, manager, input);
        for (const figure of kpis) {
          const { numerator, denominator, value } = computeKpi(figure, facts);
          const got = answer.kpis.find(({ id }) => id === figure.id);
          const plain = (sum: bigint) => (got?.currency ? plainAmount(sum, currency) : String(sum));
          assert.equal(got?.numerator.sum, plain(numerator), `${figure.id} numerator`);
          const divided = denominator === null ? undefined : plain(denominator);
          assert.equal(got?.denominator?.sum, divided, `${figure.id} denominator`);
          assert.equal(got?.value, value?.toString() ?? null, figure.id);
          for (const side of denominator === null
            ? (['numerator'] as const)
            : (['numerator', 'denominator'] as const)) {
            const opened = await world.call(rows.openKpi, manager, {
              ...input,
              kpi: figure.id,
              side,
            });
            assert.equal(opened.sum, got?.[side]?.sum, `${figure.id} ${side} rows`);
          }
        }
      }
    },
  );

  await t.test(
    'a figure stands beside itself in the period of the same length before',
    async () => {
      const later = { from: '2026-11-01', to: '2026-11-12' };
      const { previous, kpis: now } = await world.call(insight.readKpis, manager, later);
      assert.deepEqual(previous, { from: '2026-10-20', to: '2026-10-31' });
      const then = await world.call(insight.readKpis, manager, previous);
      assert.deepEqual(
        now.map((figure) => figure.previous),
        then.kpis.map((figure) => figure.value),
      );
    },
  );

  await t.test('rows come by the page and the file has them all', async () => {
    const input = { from: '2026-09-01', to: '2026-11-18', kpi: 'cure-rate', side: 'denominator' };
    const first = await world.call(rows.openKpi, manager, { ...input, side: 'denominator' });
    assert.equal(first.total, book.cases.length);
    const reply = await world.server.inject({
      url: '/api/insight/kpis/cure-rate/rows.csv',
      query: { from: input.from, to: input.to, side: 'denominator' },
      headers: { 'x-test-actor': manager.userId ?? '' },
    });
    assert.match(String(reply.headers['content-type']), /^text\/csv/);
    const lines = reply.body.trim().split('\r\n');
    assert.equal(lines.length, book.cases.length + 1);
    assert.ok(lines.slice(1).every((line) => line.includes(",'=Name ")));
  });

  await t.test('the board counts open cases and warns above the limit of the policy', async () => {
    const [first] = book.portfolios;
    const portfolioId = first?.id;
    const open = book.cases.filter((one) => one.portfolioId === portfolioId && one.closed === null);
    await nextPolicy(world, portfolioId ?? '', { wipLimits: { working: 0, warned: 999 } });
    const { columns } = await world.call(insight.readBoard, manager, { portfolioId });
    assert.equal(
      columns.reduce((sum, { cases }) => sum + cases, 0),
      open.length,
    );
    const working = columns.find(({ state }) => state === 'working');
    assert.equal(working?.limit, 0);
    assert.equal(working?.overLimit, (working?.cases ?? 0) > 0);
    const opened = await world.call(rows.openBoard, manager, { portfolioId, state: 'working' });
    assert.equal(opened.total, working?.cases);
    assert.equal(columns.find(({ state }) => state === 'warned')?.overLimit, false);
    assert.equal(columns.find(({ state }) => state === 'promised')?.limit, null);
  });
});
