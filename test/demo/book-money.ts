import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { addDays, dateIn } from '#kernel/time.ts';
import { allPortfolios } from '#storage/portfolios/portfolio-rows.ts';
import { readBridge } from '#usecases/insight/read-bridge.ts';
import type { LoadedBook } from './loaded-book.ts';

/** What the money of the loaded book must add up to. */
export function testMoney({ world, manager, rowsOf }: LoadedBook): void {
  test('every item owes what its postings say, and every payment is booked whole', async () => {
    assert.deepEqual(
      await rowsOf(sql`
      select i.id, i.balance_minor, s.owed from items i left join (
        select item_id, sum(case when debit = 'receivable' then amount_minor
          when credit = 'receivable' then -amount_minor else 0 end) as owed
        from postings group by item_id
      ) s on s.item_id = i.id
      where i.balance_minor is distinct from s.owed`),
      [],
    );
    assert.deepEqual(
      await rowsOf(sql`
      select p.id from payments p left join postings s on s.payment_id = p.id
      group by p.id, p.amount_minor having p.amount_minor is distinct from sum(s.amount_minor)`),
      [],
    );
  });

  test('the debt bridge closes on each of the last forty days', async () => {
    const to = dateIn('Europe/London', world.app.clock());
    const portfolios = await allPortfolios(world.db, world.app.tenantId);
    for (const { id } of portfolios) {
      const period = { portfolioId: id, from: addDays(to, -39), to };
      const { bridges } = await readBridge(world.app, manager, period);
      const [bridge] = bridges;
      assert.ok(bridge);
      assert.equal(Number(bridge.proof.difference), 0);
      assert.equal(bridge.days.length, 40);
      for (const day of bridge.days) assert.equal(Number(day.difference), 0, JSON.stringify(day));
      assert.ok(bridge.days.filter(({ collected }) => Number(collected) > 0).length > 20);
      assert.ok(Number(bridge.total.credited) > 0);
    }
  });

  test('what promises and plans say was paid is what was paid', async () => {
    assert.deepEqual(
      await rowsOf(sql`
      select m.id, m.state from promises_to_pay m where m.state = 'kept'
        and m.paid_minor + m.tolerance_minor < m.amount_minor
        or m.state = 'broken' and m.paid_minor > 0`),
      [],
    );
    assert.deepEqual(
      await rowsOf(sql`
      select l.id from plans l join plan_instalments x on x.plan_id = l.id
      group by l.id, l.total_minor having sum(x.amount_minor) <> l.total_minor`),
      [],
    );
  });
}
