import type { Try } from './portfolio-tries.ts';

/** The figures of a portfolio and their rows. */
export function insightTries(portfolioId: string): readonly Try[] {
  const span = { from: '2026-11-01', to: '2026-11-18' };
  return [
    ['insight.bridge', 'manager', { ...span, portfolioId }],
    ['insight.ageing', 'analyst', { portfolioId }],
    ['insight.board', 'supervisor', { portfolioId }],
    ['insight.kpis', 'compliance', { ...span, portfolioId }],
    ['insight.causes', 'manager', { ...span, portfolioId }],
    ['insight.contact-hours', 'manager', { ...span, portfolioId }],
    ['insight.new-debt', 'manager', { portfolioId }],
    ['insight.open-board', 'manager', { portfolioId, state: 'working' }],
    ['insight.open-ageing', 'manager', { portfolioId, currency: 'USD' }],
    ['insight.treatments', 'analyst', { ...span, portfolioId }],
    ['insight.open-treatment', 'manager', { ...span, portfolioId, type: 'D' }],
    ['insight.reject-costs', 'analyst', { ...span, portfolioId }],
    [
      'insight.open-reject-cost',
      'manager',
      { ...span, portfolioId, type: 'B', subReason: 'insufficient-funds' },
    ],
    ['insight.quality', 'back_office', { portfolioId }],
    ['insight.open-quality', 'supervisor', { portfolioId, kind: 'entry-unmatched' }],
  ];
}
