import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of European Union says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: {
    none: 'GDPR, Directive (EU) 2021/2167, Directive (EU) 2023/2225: none; left to the member states',
    lookedOn: '2026-11-01',
  },
  days: {
    none: 'GDPR, Directive (EU) 2021/2167, Directive (EU) 2023/2225: none; left to the member states',
    lookedOn: '2026-11-01',
  },
  frequency: {
    none: 'GDPR, Directive (EU) 2021/2167 art. 10, Directive (EU) 2023/2225: no number',
    lookedOn: '2026-11-01',
  },
  channels: { rules: ['EU-GDPR'] },
  third_parties: {
    none: 'GDPR art. 5(1)(f): confidentiality without a list of persons; no rule of its own here',
    lookedOn: '2026-11-01',
  },
};
