import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of Nevada says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: {
    none: 'NRS chapter 649: nothing of its own found; the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
  days: {
    none: 'NRS chapter 649: nothing of its own found; the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
  frequency: {
    none: 'NRS chapter 649: nothing of its own found; the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
  channels: {
    none: 'NRS chapter 649: nothing of its own found; the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
  third_parties: {
    none: 'NRS chapter 649: nothing of its own found; the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
};
