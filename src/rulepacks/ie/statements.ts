import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of IE-CPC-3MONTH says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: { rules: ['IE-CCA46-HOURS'] },
  days: { rules: ['IE-CCA46-HOURS'] },
  frequency: { rules: ['IE-CPC-3MONTH'] },
  channels: { rules: ['IE-CCA46-WORK'] },
  third_parties: { rules: ['IE-CCA46-WORK'] },
};
