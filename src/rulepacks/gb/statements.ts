import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of United Kingdom says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: {
    none: 'FCA CONC 7.9.4R: no number; reasonable requests are kept (GB-CONC-TIMES), the operator sets hours (GB-POLICY-HOURS)',
    lookedOn: '2026-11-01',
  },
  days: {
    none: 'FCA CONC 7.9.4R: no days; the operator sets them (GB-POLICY-HOURS)',
    lookedOn: '2026-11-01',
  },
  frequency: { none: 'FCA CONC 7.9: no number', lookedOn: '2026-11-01' },
  channels: { rules: ['GB-CONC-TIMES', 'GB-CONC-VISIT'] },
  third_parties: { rules: ['GB-CONC-THIRD'] },
};
