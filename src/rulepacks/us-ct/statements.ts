import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of Connecticut says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: { rules: ['US-CT'] },
  days: {
    none: 'Conn. Gen. Stat. 36a-645 ff.: nothing of its own found; the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
  frequency: {
    none: 'Conn. Gen. Stat. 36a-645 ff.: nothing of its own found; the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
  channels: {
    none: 'Conn. Gen. Stat. 36a-645 ff.: nothing of its own found; the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
  third_parties: { rules: ['US-CT'] },
};
