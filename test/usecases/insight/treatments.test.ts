import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeNote } from '#contract/cases.ts';
import { readTreatments } from '#contract/insight.ts';
import { openTreatment } from '#contract/insight-rows.ts';
import { resolveKeyEvent } from '#contract/strategy.ts';
import { type MadeCase, smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';

const hourMs = 3_600_000;
const period = { from: '2026-11-18', to: '2026-11-30' };

test('from a key event to the first thing done about it, against the target of its type', async () => {
  const world = await freshWorld();
  const book = await smallBook(world, { settings: { firstTreatmentHours: { B: 10 } } });
  const office = await world.user('back_office');
  const manager = await world.user('manager');
  const made: MadeCase[] = [];
  for (const event of ['B', 'B', 'B', 'D'] as const) made.push(await book.addCase({ event }));
  await world.db
    .updateTable('keyEvents')
    .set({ recordedAt: new Date(world.clock.now()).toISOString() })
    .execute();
  const later = (hours: number) =>
    world.clock.set(new Date(world.clock.now() + hours * hourMs).toISOString());
  const solve = (at: number) =>
    world.call(resolveKeyEvent, office, {
      ...{ eventId: made[at]?.eventId ?? '', resolution: 'solved-otherwise' },
    });
  const lineOf = async (type: 'B' | 'D') => {
    const { types } = await world.call(readTreatments, manager, period);
    return types.find((one) => one.type === type);
  };

  // A note is nothing that anybody is told: it does not count.
  await world.call(writeNote, office, {
    ...{ caseId: made[0]?.caseId ?? '', words: 'Looked at it.', restricted: false },
  });
  later(4);
  await solve(0);
  const early = await lineOf('B');
  assert.deepEqual(
    [early?.events, early?.treated, early?.waiting, early?.late, early?.averageMs],
    [3, 1, 2, 0, 4 * hourMs],
  );
  assert.deepEqual(early?.targetHours, { least: 10, most: 10 });

  later(8);
  await solve(1);
  const late = await lineOf('B');
  assert.deepEqual([late?.treated, late?.waiting, late?.late], [2, 0, 2]);
  assert.equal(late?.averageMs, 8 * hourMs);
  assert.equal((await lineOf('D'))?.waiting, 1);

  for (const cell of ['all', 'treated', 'late', 'waiting'] as const) {
    const opened = await world.call(openTreatment, manager, { ...period, type: 'B', cell });
    assert.equal(opened.total, { all: 3, treated: 2, late: 2, waiting: 0 }[cell], cell);
  }
  const { rows } = await world.call(openTreatment, manager, { ...period, type: 'B', cell: 'late' });
  assert.deepEqual(
    new Set(rows.map(({ caseId }) => caseId)),
    new Set([made[1]?.caseId, made[2]?.caseId]),
  );
  assert.ok(rows.every(({ adds }) => Number(adds) === 12 * hourMs));
});
