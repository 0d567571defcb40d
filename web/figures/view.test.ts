import assert from 'node:assert/strict';
import { test } from 'node:test';
import { viewOf } from './view.ts';

const today = '2026-11-18';
const lastDays = { from: '2026-10-20', to: today };

test('an address without a view shows the figures of the last 30 days of all portfolios', () => {
  const plain = { tab: 'figures', portfolioId: undefined, currency: undefined, ...lastDays };
  assert.deepEqual(viewOf({}, today, ['p1']), plain);
});

test('an address is taken by its parts, and a wrong part as if it were not there', () => {
  const asked = { tab: 'board', portfolio: 'p1', from: '2026-01-01', to: '2026-01-31' };
  const period = { from: '2026-01-01', to: '2026-01-31' };
  const shown = { tab: 'board', portfolioId: 'p1', currency: undefined };
  assert.deepEqual(viewOf(asked, today, ['p1']), { ...shown, ...period });
  assert.deepEqual(viewOf({ ...asked, from: '2026-02-31' }, today, ['p1']), {
    ...shown,
    ...lastDays,
  });
  assert.deepEqual(viewOf({ ...asked, to: '2025-12-31' }, today, ['p1']), {
    ...shown,
    ...lastDays,
  });
  assert.equal(viewOf({ ...asked, portfolio: 'not mine' }, today, ['p1']).portfolioId, undefined);
});
