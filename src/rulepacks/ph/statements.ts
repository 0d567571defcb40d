import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of Philippines says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: { rules: ['PH-BSP-HOURS', 'PH-SEC-HOURS'] },
  days: { none: 'BSP Circular 454 and SEC MC 18 s. 2019: all days alike', lookedOn: '2026-11-01' },
  frequency: { none: 'BSP Circular 454 and SEC MC 18 s. 2019: no number', lookedOn: '2026-11-01' },
  channels: { none: 'BSP Circular 454 and SEC MC 18 s. 2019: none', lookedOn: '2026-11-01' },
  third_parties: { rules: ['PH-SEC-HOURS'] },
  representatives: {
    none: 'BSP Circular 454 and SEC Memorandum Circular 18 (2019): nothing of whom the borrower appointed',
    lookedOn: '2026-12-01',
  },
};
