import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idMaker, isId } from './ids.ts';
import { seeded } from './random.ts';

function makerAt(nowMs: () => number) {
  const random = seeded(7);
  return idMaker(nowMs, (bytes) => bytes.map(() => Math.floor(random() * 256)));
}

test('ids sort by time of making, also within one millisecond and when the clock falls back', () => {
  const clock = { ms: 1_790_000_000_000 };
  const make = makerAt(() => clock.ms);
  const ids: string[] = [];
  for (let i = 0; i < 10_000; i += 1) {
    if (i === 5_000) clock.ms -= 60_000;
    if (i === 7_000) clock.ms += 120_000;
    ids.push(make());
  }
  assert.deepEqual(ids, ids.toSorted());
  assert.equal(new Set(ids).size, ids.length);
});

test('an id has the version and variant of RFC 9562 and carries its millisecond', () => {
  const ms = 1_790_000_000_123;
  const id = makerAt(() => ms)();
  assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16), ms);
  assert.ok(isId(id));
});

test('texts that are not lower-case UUIDs are not ids', () => {
  const id = '019a0000-0000-7000-8000-000000000000';
  for (const text of ['', id.slice(1), ` ${id}`, `${id}\n`, id.replace('a', 'A')]) {
    assert.equal(isId(text), false, JSON.stringify(text));
  }
});
