import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGate } from '#domain/gate/decide.ts';
import { BY_TEXT, changed } from '#domain/gate/pack-examples.ts';
import { ordinaryCase } from '#rulepacks/us-fed/examples/ordinary-case.ts';
import city from './index.ts';

test('a text has to hold what a rule asks only while the rule is in force', () => {
  const decide = createGate([city]);
  const asksOneWord = (at: string) => {
    const decision = decide(
      changed(ordinaryCase, { packs: [city.id], proposed: { ...BY_TEXT, at } }),
    );
    return JSON.stringify(decision).includes('one_word_opt_out');
  };
  assert.equal(asksOneWord('2026-08-18T12:00:00-04:00'), false);
  assert.equal(asksOneWord('2026-09-02T12:00:00-04:00'), true);
});
