import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of Deutschland says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: {
    none: 'StGB 240, UWG 7 and RDG: no hours; the operator’s apply (DE-GENERAL, house hours)',
    lookedOn: '2026-11-01',
  },
  days: {
    none: 'StGB 240, UWG 7 and RDG: none; the operator keeps Sundays and holidays',
    lookedOn: '2026-11-01',
  },
  frequency: { none: 'StGB 238, 240, UWG 4a, 7 and RDG: no number', lookedOn: '2026-11-01' },
  channels: {
    none: 'RDG 13a and UWG 7: none for collection; EU-GDPR applies',
    lookedOn: '2026-11-01',
  },
  third_parties: {
    none: 'RDG and BDSG: no list of persons; EU-GDPR applies',
    lookedOn: '2026-11-01',
  },
};
