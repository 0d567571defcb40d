import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of México says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: { rules: ['MX-HOURS'] },
  days: {
    none: 'LTOSF art. 17 bis and DOF of 7 October 2014: all days alike',
    lookedOn: '2026-11-01',
  },
  frequency: {
    none: 'LTOSF art. 17 bis and DOF of 7 October 2014: no number',
    lookedOn: '2026-11-01',
  },
  channels: { rules: ['MX-CALLERID'] },
  third_parties: { rules: ['MX-THIRD-PARTY'] },
  representatives: {
    none: 'LTOSF art. 17 bis and DOF of 7 October 2014: nothing of whom the debtor appointed',
    lookedOn: '2026-12-01',
  },
};
