import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { openStates } from '#domain/cases/states.ts';
import { minuteOfDayIn } from '#kernel/time.ts';
import { verifyChains } from '#storage/append-many.ts';
import type { LoadedBook } from './loaded-book.ts';

/** What must hold of the cases of the loaded book, their tasks and their agents. */
export function testCases({ world, rowsOf }: LoadedBook): void {
  test('cases stand in every state that this book can hold honestly', async () => {
    const found = await rowsOf(sql<{ state: string }>`select distinct state from cases`);
    const outside = ['event', 'agency', 'legal', 'woff-proposed'];
    const wanted = [...openStates.filter((state) => !outside.includes(state)), 'closed'];
    assert.deepEqual(found.map(({ state }) => state).sort(), wanted.sort());
  });

  test('every open case has one owner or queue, and a next action or a hold under review', async () => {
    assert.deepEqual(
      await rowsOf(sql`
      select id, state, queue, owner_id, next_action from cases
      where closed_at is null and ((queue is null) = (owner_id is null)
        or (next_action is null or next_action_at is null) and hold_review_on is null)`),
      [],
    );
    assert.deepEqual(
      await rowsOf(sql`
      select c.id, c.next_action from cases c where c.closed_at is null
        and (c.next_action in ('call', 'callback')) <> exists (
          select 1 from work_items w where w.case_id = c.id and w.state <> 'done')`),
      [],
    );
  });

  test('a callback stands only while calling back is the next action', async () => {
    assert.deepEqual(
      await rowsOf(sql`
      select b.id, c.state, c.next_action from callbacks b join cases c on c.id = b.case_id
      where b.done_at is null and (c.closed_at is not null
        or c.next_action not in ('callback', 'review', 'wait', 'task'))`),
      [],
    );
  });

  test('stages were announced by a proven notice before they were entered', async () => {
    assert.deepEqual(
      await rowsOf(sql`
      select c.id, c.state from cases c
      where c.closed_at is null and c.state in ('warned', 'restricted', 'final', 'review')
        and not exists (select 1 from notices n where n.case_id = c.id and n.announces = c.state
          and n.recorded_by is not null and n.cancelled_at is null
          and n.promised_on <= c.state_since::date)`),
      [],
    );
  });

  test('the log of every case is a chain without a gap, in the order of time', async () => {
    assert.deepEqual(await verifyChains(world.db), []);
    assert.deepEqual(
      await rowsOf(sql`
      select case_id from (
        select case_id, recorded_at, lag(recorded_at) over (partition by case_id order by seq) as last
        from event_log) e
      where last > recorded_at`),
      [],
    );
  });

  test('at every hour of a weekday somebody may decently be called', async () => {
    const zones = await rowsOf(sql<{ zone: string; cases: bigint }>`
    select zone, count(*) as cases from work_items where state <> 'done' group by zone`);
    for (let hour = 0; hour < 24; hour += 1) {
      const ms = Date.UTC(2026, 10, 18, hour, 30);
      const open = zones.filter(({ zone }) => {
        const minute = minuteOfDayIn(zone, ms);
        return minute >= 8 * 60 && minute < 20 * 60;
      });
      assert.ok(open.length > 0, `nobody at ${hour}:30 UTC`);
    }
  });

  test('an agent did one thing at a time, and all time adds up', async () => {
    assert.deepEqual(
      await rowsOf(sql`
      select user_id, began_at from (
        select user_id, began_at, lag(ended_at) over (partition by user_id order by began_at) as before
        from agent_states) s
      where before is distinct from began_at and before is not null`),
      [],
    );
  });
}
