import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of Chile says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: { rules: ['CL-37-HOURS'] },
  days: { rules: ['CL-37-HOURS'] },
  frequency: { rules: ['CL-37-PHONE-1WEEK', 'CL-37-OTHER-2WEEK', 'CL-37-SPACING'] },
  channels: { rules: ['CL-37-PHONE-1WEEK', 'CL-37-OTHER-2WEEK'] },
  third_parties: {
    none: 'Ley 19.496 art. 37, in summaries: no rule about third parties taken from it',
    lookedOn: '2026-11-01',
  },
};
