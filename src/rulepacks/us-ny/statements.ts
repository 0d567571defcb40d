import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of New York says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: {
    none: '23 NYCRR part 1 and General Business Law 601: nothing of its own found; the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
  days: {
    none: '23 NYCRR part 1 and General Business Law 601: nothing of its own found; the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
  frequency: {
    none: '23 NYCRR part 1: none in force; the limit proposed in 2021 was not adopted as far as found (US-NY-PROPOSED)',
    lookedOn: '2026-11-01',
  },
  channels: { rules: ['US-NY-EMAIL-CONSENT'] },
  third_parties: {
    none: '23 NYCRR part 1 and General Business Law 601: nothing of its own found; the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
};
