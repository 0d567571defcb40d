import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of Perú says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: { rules: ['PE-62-HOURS'] },
  days: { rules: ['PE-62-HOURS'] },
  frequency: { none: 'Ley 29571 arts. 61-62: no number', lookedOn: '2026-11-01' },
  channels: { rules: ['PE-62-OTHER'] },
  third_parties: {
    none: 'Ley 29571 arts. 61-62: no list of persons; posters and publicity are forbidden (PE-62-OTHER)',
    lookedOn: '2026-11-01',
  },
};
