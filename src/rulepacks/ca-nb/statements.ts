import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of Canada: New Brunswick says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: { rules: ['CA-NB-HOURS'] },
  days: { rules: ['CA-NB-HOURS'] },
  frequency: { none: 'N.B. Reg. 2010-104 s. 9: no number', lookedOn: '2026-11-01' },
  channels: {
    none: 'N.B. Reg. 2010-104 s. 9: hours of calls and visits only',
    lookedOn: '2026-11-01',
  },
  third_parties: { none: 'N.B. Reg. 2010-104 s. 9: nothing found', lookedOn: '2026-11-01' },
};
