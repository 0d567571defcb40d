import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of or-work says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: {
    none: 'ORS 646.639: nothing of its own found; the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
  days: {
    none: 'ORS 646.639: nothing of its own found; the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
  frequency: { rules: ['US-OR-WORK-1WEEK'] },
  channels: { rules: ['US-OR-WORK-1WEEK'] },
  third_parties: { rules: ['US-OR-EMPLOYER'] },
};
