import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of Colombia says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: { rules: ['CO-2300-HOURS'] },
  days: { rules: ['CO-2300-HOURS'] },
  frequency: { rules: ['CO-2300-DAY', 'CO-2300-CHANNEL-WEEK'] },
  channels: { rules: ['CO-2300-CONSENT-CHANNEL', 'CO-2300-VISIT'] },
  third_parties: { rules: ['CO-2300-REFERENCES'] },
  representatives: {
    none: 'Ley 2300 de 2023: nothing of whom the consumer appointed',
    lookedOn: '2026-12-01',
  },
};
