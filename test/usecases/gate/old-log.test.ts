import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { instantOf } from '#kernel/time.ts';
import { gateRows } from '#storage/gate/rows.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { addCall, hoursAgo, logWorld } from '#test/support/world/gate-log.ts';

const daysOld = (days: number) => days * 24;

describe('what the gate reads of an old log', () => {
  it('is the first and the last talk of each kind; what can still be counted is read whole', async () => {
    const world = await freshWorld();
    const { made } = await logWorld(world);
    const call = (days: number, result: string) =>
      addCall(world, made, { at: hoursAgo(world, daysOld(days)), result });
    const ids = new Map<string, string>();
    for (const days of [300, 250, 200, 100])
      ids.set(`talk ${days}`, await call(days, 'conversation'));
    for (const days of [280, 90]) ids.set(`ring ${days}`, await call(days, 'no_answer'));
    for (const days of [40, 30, 20]) ids.set(`talk ${days}`, await call(days, 'conversation'));
    const at = instantOf(world.app.clock());
    const rows = await gateRows(world.db, made.customerId, { at, exceptAttempt: null });
    const names = new Map([...ids].map(([name, id]) => [id, name]));
    assert.deepEqual(
      rows?.log.map(({ id }) => names.get(id)),
      ['talk 300', 'talk 100', 'talk 40', 'talk 30', 'talk 20'],
    );
  });

  it('holds the thread that is answered, so that nobody is answered twice', async () => {
    const world = await freshWorld();
    const { made } = await logWorld(world);
    const ids: string[] = [];
    for (const days of [100, 90, 80, 70]) {
      ids.push(await addCall(world, made, { at: hoursAgo(world, daysOld(days)), result: 'sent' }));
    }
    const [asked = '', answer = '', between = '', last = ''] = ids;
    const texts = world.db.updateTable('attempts').set({ channel: 'sms' });
    await texts.where('id', 'in', ids).execute();
    const theirs = texts.set({ direction: 'inbound', result: 'received' });
    await theirs.where('id', 'in', [asked, between, last]).execute();
    await texts.set({ inResponseTo: between }).where('id', '=', answer).execute();
    const at = instantOf(world.app.clock());
    const read = async (answers: string | null) => {
      const reading = { at, exceptAttempt: null, answers };
      const rows = await gateRows(world.db, made.customerId, reading);
      return rows?.log.map(({ id }) => id);
    };
    assert.deepEqual(await read(null), [asked, answer, last]);
    assert.deepEqual(await read(between), [asked, answer, between, last]);
  });
});
