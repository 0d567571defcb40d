import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of District of Columbia says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: {
    none: 'D.C. Code 28-3814: nothing of its own found; the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
  days: {
    none: 'D.C. Code 28-3814: nothing of its own found; the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
  frequency: { rules: ['US-DC-4CALLS', 'US-DC-5ELEC', 'US-DC-CONSENT-SEEK-1IN7'] },
  channels: { rules: ['US-DC-ELEC-CONSENT', 'US-DC-VISIT'] },
  third_parties: { rules: ['US-DC-THIRD-PARTY'] },
};
