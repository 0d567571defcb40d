import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of España says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: {
    none: 'LOPDGDD art. 20, Código Penal 172 ter: no hours; the operator’s apply (ES-GENERAL, house hours)',
    lookedOn: '2026-11-01',
  },
  days: {
    none: 'LOPDGDD art. 20, Código Penal 172 ter: none; the operator keeps Sundays and holidays',
    lookedOn: '2026-11-01',
  },
  frequency: { none: 'LOPDGDD art. 20, Código Penal 172 ter: no number', lookedOn: '2026-11-01' },
  channels: { none: 'LOPDGDD: none for collection; EU-GDPR applies', lookedOn: '2026-11-01' },
  third_parties: {
    none: 'LOPDGDD art. 5: confidentiality without a list of persons; EU-GDPR applies',
    lookedOn: '2026-11-01',
  },
};
