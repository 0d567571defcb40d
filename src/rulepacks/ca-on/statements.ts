import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of Canada: Ontario says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: { rules: ['CA-ON-HOURS'] },
  days: { rules: ['CA-ON-HOURS'] },
  frequency: { rules: ['CA-ON-3IN7'] },
  channels: { rules: ['CA-ON-WAIT6'] },
  third_parties: {
    none: 'R.R.O. 1990, Reg. 74, s. 22: read in the regulator’s summary only; no rule about third parties taken from it',
    lookedOn: '2026-11-01',
  },
};
