import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { runRestore } from './backup.ts';
import { sweepParts } from './backup-parts.ts';

test('what a killed backup left is removed, one under way and everything else stay; none is restored', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'dunlin-parts-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const nowMs = Date.parse('2026-11-18T12:00:00Z');
  const kept = [
    ['a.dun.part', 7200],
    ['b.dun.part', 10],
    ['c.dun', 7200],
    ['d.part', 7200],
  ] as const;
  for (const [name, secondsOld] of kept) {
    writeFileSync(join(folder, name), 'x');
    utimesSync(join(folder, name), nowMs / 1000 - secondsOld, nowMs / 1000 - secondsOld);
  }
  const told: string[] = [];
  sweepParts(folder, nowMs, (sentence) => told.push(sentence));
  assert.deepEqual(readdirSync(folder).sort(), ['b.dun.part', 'c.dun', 'd.part']);
  assert.equal(told.length, 1);
  await assert.rejects(() => runRestore([join(folder, 'b.dun.part')], () => undefined), /whole/);
});
