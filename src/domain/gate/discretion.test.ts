import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RuleResult } from './decision.ts';
import { discreetReasons, isDiscreet, RESTRICTED } from './discretion.ts';

const result = (rule: string): RuleResult => ({
  rule,
  pack: 'X',
  enforcement: 'hard',
  bound: 'event',
  releasing: ['vulnerability_reviewed'],
  details: { kind: 'illness' },
});

test('what tells of health becomes one stand-in without details', () => {
  const reasons = ['USF-6B1-HOURS', 'GB-CONC-CAPACITY', 'DUNLIN-HOLD-VULNERABLE'].map(result);
  const told = discreetReasons({ reasons });
  assert.deepEqual(
    told.map(({ rule }) => rule),
    ['USF-6B1-HOURS', RESTRICTED],
  );
  assert.deepEqual([told[1]?.details, told[1]?.releasing], [{}, []]);
});

test('what is no secret stays as it is', () => {
  const reasons = ['USF-14B-7IN7', 'DUNLIN-HOLD-CEASE', 'BK-STAY'].map(result);
  assert.deepEqual(discreetReasons({ reasons }), reasons);
});

const table: readonly (readonly [string, boolean])[] = [
  ['GB-MHC-MORATORIUM', true],
  ['AU-HARDSHIP', true],
  ['HIPAA-MIN', true],
  ['MINOR', true],
  ['GB-BS-MORATORIUM', false],
  ['USF-6C-CEASE', false],
];
for (const [rule, discreet] of table) {
  test(`isDiscreet(${rule}) is ${discreet}`, () => assert.equal(isDiscreet(rule), discreet));
}
