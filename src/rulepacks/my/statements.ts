import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of Malaysia says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: {
    none: 'Central bank’s guideline on fair debt collection and Consumer Credit Act 2025, in summaries: no verified hours; the operator’s apply (MY-POLICY-HOURS)',
    lookedOn: '2026-11-01',
  },
  days: {
    none: 'Central bank’s guideline on fair debt collection and Consumer Credit Act 2025, in summaries: none verified; the operator keeps holidays (MY-POLICY-HOURS)',
    lookedOn: '2026-11-01',
  },
  frequency: {
    none: 'Central bank’s guideline on fair debt collection and Consumer Credit Act 2025, in summaries: no number verified',
    lookedOn: '2026-11-01',
  },
  channels: {
    none: 'Central bank’s guideline on fair debt collection and Consumer Credit Act 2025, in summaries: none verified',
    lookedOn: '2026-11-01',
  },
  third_parties: {
    none: 'Central bank’s guideline on fair debt collection and Consumer Credit Act 2025, in summaries: none verified',
    lookedOn: '2026-11-01',
  },
};
