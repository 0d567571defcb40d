import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of Canada: other provinces and territories says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: {
    none: 'Not read for these provinces and territories; elsewhere mostly 7 to 21, Sunday 13 to 17, three contacts in seven days. Only the hours that the operator sets (CA-OTHER)',
    lookedOn: '2026-11-01',
  },
  days: {
    none: 'Not read for these provinces and territories; elsewhere mostly 7 to 21, Sunday 13 to 17, three contacts in seven days. Only the hours that the operator sets (CA-OTHER)',
    lookedOn: '2026-11-01',
  },
  frequency: {
    none: 'Not read for these provinces and territories; elsewhere mostly 7 to 21, Sunday 13 to 17, three contacts in seven days. Only the hours that the operator sets (CA-OTHER)',
    lookedOn: '2026-11-01',
  },
  channels: {
    none: 'Not read for these provinces and territories; elsewhere mostly 7 to 21, Sunday 13 to 17, three contacts in seven days. Only the hours that the operator sets (CA-OTHER)',
    lookedOn: '2026-11-01',
  },
  third_parties: {
    none: 'Not read for these provinces and territories; elsewhere mostly 7 to 21, Sunday 13 to 17, three contacts in seven days. Only the hours that the operator sets (CA-OTHER)',
    lookedOn: '2026-11-01',
  },
};
