import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of Argentina says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: {
    none: 'Ley 24.240 art. 8 bis and Ley CABA 6.171: no verified hours; the operator’s apply (AR-POLICY-HOURS)',
    lookedOn: '2026-11-01',
  },
  days: {
    none: 'Ley 24.240 art. 8 bis and Ley CABA 6.171: none verified; the operator’s apply (AR-POLICY-HOURS)',
    lookedOn: '2026-11-01',
  },
  frequency: {
    none: 'Ley 24.240 art. 8 bis and Ley CABA 6.171: no number',
    lookedOn: '2026-11-01',
  },
  channels: { none: 'Ley 24.240 art. 8 bis and Ley CABA 6.171: none', lookedOn: '2026-11-01' },
  third_parties: { rules: ['AR-CABA-6171'] },
  representatives: {
    none: 'Ley 24.240 art. 8 bis and Ley (CABA) 6.171: nothing of whom the debtor appointed',
    lookedOn: '2026-12-01',
  },
};
