import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadFolder } from '#boot/load-folder.ts';
import { createGate } from '#domain/gate/decide.ts';
import type { Example, Pack } from '#domain/gate/pack.ts';

const folder = new URL('../../src/rulepacks/', import.meta.url);
const packs = await loadFolder<Pack>(folder);
const tables = await loadFolder<readonly Example[]>(folder, 'examples.ts');
const decide = createGate([...packs.values()]);
const examples = [...tables.values()].flat();

for (const id of ['ZA-NCA', 'GB-CONC-STATUTEBARRED', 'US-TX', 'USF-26-TIMEBARRED-THREAT']) {
  test(`${id} speaks of a debt of which nobody knows whether it is time-barred`, () => {
    const barred = examples.filter(
      ({ rule, expect, facts }) =>
        rule === id && expect.includes(id) && facts.debts.some((debt) => debt.time_barred),
    );
    assert.ok(barred.length > 0);
    for (const { facts } of barred) {
      const debts = facts.debts.map((debt) => ({ ...debt, time_barred: null }));
      const { reasons, requiredContent } = decide({ ...facts, debts });
      assert.ok([...reasons, ...requiredContent].some(({ rule }) => rule === id));
    }
  });
}
