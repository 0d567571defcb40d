import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of Texas says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: {
    none: 'Tex. Fin. Code chapter 392: nothing of its own found; the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
  days: {
    none: 'Tex. Fin. Code chapter 392: nothing of its own found; the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
  frequency: {
    none: 'Tex. Fin. Code chapter 392: nothing of its own found; the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
  channels: {
    none: 'Tex. Fin. Code chapter 392: nothing of its own found; the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
  third_parties: {
    none: 'Tex. Fin. Code chapter 392: nothing of its own found; the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
};
