import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of wv-talks says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: { rules: ['US-WV-HOURS'] },
  days: { none: 'W. Va. Code 46A-2-125: every day alike', lookedOn: '2026-11-01' },
  frequency: { rules: ['US-WV-FREQ'] },
  channels: {
    none: 'W. Va. Code 46A-2-125: nothing of its own found; the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
  third_parties: { rules: ['US-WV-THIRD-PARTY'] },
};
