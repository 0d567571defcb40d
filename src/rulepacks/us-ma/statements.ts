import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of Massachusetts says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: { rules: ['US-MA-HOURS'] },
  days: { none: '940 CMR 7.04 and 209 CMR 18: every day alike', lookedOn: '2026-11-01' },
  frequency: { rules: ['US-MA-2IN7-PERSONAL', 'US-MA-2IN30-OTHER', 'US-MA-POSTCONV'] },
  channels: { rules: ['US-MA-WORK-REQUEST'] },
  third_parties: { rules: ['US-MA-HOUSEHOLD'] },
};
