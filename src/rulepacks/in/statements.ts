import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of India says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: { rules: ['IN-RBI-HOURS'] },
  days: {
    none: 'RBI circular of 12 August 2022: all days alike; the draft of 2026 has more and is not in force as far as found',
    lookedOn: '2026-11-01',
  },
  frequency: { none: 'RBI circular of 12 August 2022: no number', lookedOn: '2026-11-01' },
  channels: {
    none: 'RBI circular of 12 August 2022: calls and visits only, nothing about messages and letters',
    lookedOn: '2026-11-01',
  },
  third_parties: {
    none: 'RBI circular of 12 August 2022, in a summary: no rule taken from it; the draft of 2026 has one (IN-RBI-2026)',
    lookedOn: '2026-11-01',
  },
};
