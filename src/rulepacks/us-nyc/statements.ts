import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of nyc-old says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: {
    none: '6 RCNY 5-77: nothing of its own found; the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
  days: {
    none: '6 RCNY 5-77: nothing of its own found; the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
  frequency: { rules: ['US-NYC-FREQ-OLD', 'US-NYC-FREQ-3IN7', 'US-NYC-POSTEXCHANGE'] },
  channels: { rules: ['US-NYC-ELEC', 'US-NYC-STOP'] },
  third_parties: {
    none: '6 RCNY 5-77: nothing of its own found; the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
};
