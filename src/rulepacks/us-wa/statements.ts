import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of wa-3week says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: { rules: ['US-WA-HOURS'] },
  days: { none: 'RCW 19.16.250: every day alike', lookedOn: '2026-11-01' },
  frequency: { rules: ['US-WA-3WEEK', 'US-WA-WORK-1WEEK', 'US-WA-CELL-2DAY'] },
  channels: {
    none: 'RCW 19.16.250: nothing of its own found; the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
  third_parties: {
    none: 'RCW 19.16.250: nothing of its own found; the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
};
