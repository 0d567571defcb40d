import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RuleResult } from './decision.ts';
import { discreetReasons, RESTRICTED } from './discretion.ts';

const result = (rule: string, discreet = false): RuleResult => ({
  rule,
  ...(discreet ? { discreet } : {}),
  pack: 'X',
  enforcement: 'hard',
  bound: 'event',
  releasing: ['vulnerability_reviewed'],
  details: { kind: 'illness' },
});

test('what tells of health becomes one stand-in without details', () => {
  const reasons = [
    result('USF-6B1-HOURS'),
    result('GB-CONC-CAPACITY', true),
    result('DUNLIN-HOLD-VULNERABLE', true),
  ];
  const told = discreetReasons({ reasons });
  assert.deepEqual(
    told.map(({ rule }) => rule),
    ['USF-6B1-HOURS', RESTRICTED],
  );
  assert.deepEqual([told[1]?.details, told[1]?.releasing], [{}, []]);
});

test('what is no secret stays as it is', () => {
  const reasons = ['USF-14B-7IN7', 'DUNLIN-HOLD-CEASE', 'BK-STAY'].map((rule) => result(rule));
  assert.deepEqual(discreetReasons({ reasons }), reasons);
});
