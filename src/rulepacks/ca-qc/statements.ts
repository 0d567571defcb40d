import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of Canada: Quebec says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: { rules: ['CA-QC-HOURS'] },
  days: { rules: ['CA-QC-HOURS'] },
  frequency: {
    none: 'CQLR c. R-2.2, ss. 3, 4 and 34: no number of contacts but the one at work (CA-QC-WORK)',
    lookedOn: '2026-11-01',
  },
  channels: { rules: ['CA-QC-WAIT5', 'CA-QC-WRITTEN-ONLY', 'CA-QC-WORK'] },
  third_parties: { rules: ['CA-QC-NOTDEBTOR'] },
};
