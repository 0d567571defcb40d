import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of Italia says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: { rules: ['IT-UNIREC-HOURS'] },
  days: { rules: ['IT-UNIREC-HOURS'] },
  frequency: { rules: ['IT-UNIREC-DAY', 'IT-UNIREC-WEEK'] },
  channels: {
    none: 'UNIREC code of conduct, in a summary: counts talks on the telephone only; EU-GDPR applies',
    lookedOn: '2026-11-01',
  },
  third_parties: {
    none: 'UNIREC code of conduct, in a summary: nothing found; EU-GDPR applies',
    lookedOn: '2026-11-01',
  },
};
