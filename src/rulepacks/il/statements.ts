import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of ישראל says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: {
    none: 'Proper Conduct Directive 450 and the Consumer Protection Law on aggressive collection: no verified hours; the operator’s apply (IL-AGGR)',
    lookedOn: '2026-11-01',
  },
  days: {
    none: 'Proper Conduct Directive 450 and the Consumer Protection Law: none verified; the operator rests from Friday afternoon to Saturday night (IL-AGGR)',
    lookedOn: '2026-11-01',
  },
  frequency: {
    none: 'Proper Conduct Directive 450: “proportionate”, no number (IL-450)',
    lookedOn: '2026-11-01',
  },
  channels: { none: 'Proper Conduct Directive 450: none', lookedOn: '2026-11-01' },
  third_parties: {
    none: 'Proper Conduct Directive 450 and the Consumer Protection Law: none verified',
    lookedOn: '2026-11-01',
  },
};
