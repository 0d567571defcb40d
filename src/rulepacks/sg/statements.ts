import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of Singapore says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: {
    none: 'Debt Collection Act 2022 and its regulations of 1 December 2023, in summaries: no hours found; the operator’s apply (SG-POLICY-HOURS)',
    lookedOn: '2026-11-01',
  },
  days: {
    none: 'Debt Collection Act 2022 and its regulations of 1 December 2023, in summaries: none found',
    lookedOn: '2026-11-01',
  },
  frequency: {
    none: 'Debt Collection Act 2022 and its regulations of 1 December 2023, in summaries: no number found',
    lookedOn: '2026-11-01',
  },
  channels: {
    none: 'Debt Collection Act 2022 and its regulations of 1 December 2023, in summaries: none found',
    lookedOn: '2026-11-01',
  },
  third_parties: {
    none: 'Debt Collection Act 2022 and its regulations of 1 December 2023, in summaries: no list of persons found; threats and harassment are forbidden (SG-DCA)',
    lookedOn: '2026-11-01',
  },
};
