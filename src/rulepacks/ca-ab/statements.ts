import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of CA-AB-3IN7 says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: { rules: ['CA-AB-HOURS'] },
  days: {
    none: 'Alta. Reg. 194/1999 s. 12, in a summary: every day alike',
    lookedOn: '2026-11-01',
  },
  frequency: { rules: ['CA-AB-3IN7'] },
  channels: { none: 'Alta. Reg. 194/1999, in a summary: nothing found', lookedOn: '2026-11-01' },
  third_parties: {
    none: 'Alta. Reg. 194/1999, in a summary: nothing found',
    lookedOn: '2026-11-01',
  },
};
