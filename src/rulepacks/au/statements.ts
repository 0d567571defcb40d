import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of Australia says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: { rules: ['AU-RG96-HOURS', 'AU-RG96-F2F', 'AU-RG96-WORK-HOURS'] },
  days: { rules: ['AU-RG96-HOURS', 'AU-RG96-F2F'] },
  frequency: { rules: ['AU-RG96-FREQ-WEEK', 'AU-RG96-FREQ-MONTH'] },
  channels: { rules: ['AU-RG96-F2F', 'AU-RG96-WORK-HOURS'] },
  third_parties: { rules: ['AU-RG96-REP'] },
  representatives: { rules: ['AU-RG96-REP'] },
};
