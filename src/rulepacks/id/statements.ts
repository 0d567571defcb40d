import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of Indonesia says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: { rules: ['ID-POJK-HOURS'] },
  days: { rules: ['ID-POJK-HOURS'] },
  frequency: {
    none: 'POJK 22/2023 art. 62(2): “not continuous”, no number',
    lookedOn: '2026-11-01',
  },
  channels: { rules: ['ID-POJK-OTHER'] },
  third_parties: { rules: ['ID-POJK-OTHER'] },
};
