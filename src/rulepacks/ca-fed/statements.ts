import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of Canada (federally regulated institutions) says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: { rules: ['CA-FED-HOURS'] },
  days: { rules: ['CA-FED-HOURS'] },
  frequency: {
    none: 'SOR/2021-181 and the FCAC’s summary: no number; the provinces count for agencies',
    lookedOn: '2026-11-01',
  },
  channels: { rules: ['CA-FED-WORK'] },
  third_parties: {
    none: 'SOR/2021-181, as the FCAC sums it up: the employer only to confirm employment; no wider rule found',
    lookedOn: '2026-11-01',
  },
};
