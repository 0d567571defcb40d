import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of South Africa says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: {
    none: 'Debt Collectors Act 114 of 1998 and GN R.663 of 2003, in summaries: no verified hours; the operator’s apply (ZA-POLICY-HOURS)',
    lookedOn: '2026-11-01',
  },
  days: {
    none: 'Debt Collectors Act 114 of 1998 and GN R.663 of 2003, in summaries: none verified; the operator’s apply (ZA-POLICY-HOURS)',
    lookedOn: '2026-11-01',
  },
  frequency: {
    none: 'Debt Collectors Act 114 of 1998 and GN R.663 of 2003, in summaries: no number verified',
    lookedOn: '2026-11-01',
  },
  channels: {
    none: 'Debt Collectors Act 114 of 1998 and GN R.663 of 2003, in summaries: none verified',
    lookedOn: '2026-11-01',
  },
  third_parties: { rules: ['ZA-DCA'] },
};
