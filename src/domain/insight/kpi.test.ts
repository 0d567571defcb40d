import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeKpi, type KpiFacts, kpis, quotient } from './kpi.ts';

const nothing: KpiFacts = { attempts: [], conversations: [], promises: [], cases: [], debt: [] };

const facts: KpiFacts = {
  attempts: [
    { attemptId: 'a1', answeredBy: 'person', verified: true },
    { attemptId: 'a2', answeredBy: 'person', verified: false },
    { attemptId: 'a3', answeredBy: 'machine', verified: false },
    { attemptId: 'a4', answeredBy: null, verified: false },
  ],
  conversations: [
    {
      conversationId: 'c1',
      accountIds: ['x', 'y'],
      verified: true,
      agreed: true,
      handleMs: 100_000,
    },
    { conversationId: 'c2', accountIds: ['x'], verified: true, agreed: false, handleMs: 50_000 },
    { conversationId: 'c3', accountIds: ['z'], verified: false, agreed: true, handleMs: 25_001 },
  ],
  promises: [
    { promiseId: 'p1', state: 'kept' },
    { promiseId: 'p2', state: 'broken' },
    { promiseId: 'p3', state: 'partly_kept' },
    { promiseId: 'p4', state: 'open' },
    { promiseId: 'p5', state: 'withdrawn' },
  ],
  cases: [
    { caseId: 'k1', cured: true },
    { caseId: 'k2', cured: false },
  ],
  debt: [
    { day: '2026-03-01', isFirstDay: true, opening: 1_000n, newDebt: 100n, collected: 300n },
    { day: '2026-03-02', isFirstDay: false, opening: 800n, newDebt: 0n, collected: -25n },
  ],
};

test('each figure divides what its formula says', () => {
  const expected = {
    'contact-rate': [2n, 4n, 0.5],
    'right-party-rate': [1n, 4n, 0.25],
    'promise-rate': [1n, 2n, 0.5],
    'kept-rate': [1n, 3n, 0.3333],
    'cure-rate': [1n, 2n, 0.5],
    'recovery-rate': [275n, 1_100n, 0.25],
    'accounts-handled': [3n, null, 3],
    'average-handle-time': [175_001n, 3n, 58_334],
  };
  const computed = kpis.map((figure) => {
    const { id, numerator, denominator, value } = computeKpi(figure, facts);
    return [id, [numerator, denominator, value]];
  });
  assert.deepEqual(Object.fromEntries(computed), expected);
});

test('a rate of nothing is unknown, not zero', () => {
  for (const figure of kpis) {
    const expected = figure.denominator === null ? 0 : null;
    assert.equal(computeKpi(figure, nothing).value, expected, figure.id);
  }
});

test('every figure opens the rows that add up to it', () => {
  for (const figure of kpis) {
    const rows = figure.numerator.rows(facts);
    const sum = rows.reduce((total, { weight }) => total + weight, 0n);
    assert.equal(sum, computeKpi(figure, facts).numerator, figure.id);
    assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length, figure.id);
  }
});

test('figures are named once and have a formula to show', () => {
  assert.equal(new Set(kpis.map(({ id }) => id)).size, kpis.length);
  for (const { id, formulaKey } of kpis) assert.equal(formulaKey, `kpi.${id}.formula`);
});

test('quotients round to the nearest, halves away from zero, also below zero', () => {
  const table: [bigint, bigint, 'ratio' | 'ms', number | null][] = [
    [1n, 3n, 'ratio', 0.3333],
    [2n, 3n, 'ratio', 0.6667],
    [1n, 20_000n, 'ratio', 0.0001],
    [-1n, 20_000n, 'ratio', -0.0001],
    [5n, 2n, 'ms', 3],
    [5n, 0n, 'ratio', null],
    [5n, -5n, 'ratio', null],
  ];
  for (const [numerator, denominator, unit, expected] of table) {
    assert.equal(quotient(numerator, denominator, unit), expected);
  }
});
