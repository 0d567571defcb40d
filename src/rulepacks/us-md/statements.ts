import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of Maryland says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: { rules: ['US-MD'] },
  days: {
    none: 'Md. Com. Law 14-202: nothing of its own found; the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
  frequency: {
    none: 'Md. Com. Law 14-202(6): “such frequency or unusual hours as reasonably can be expected to abuse”, no number; US-FED counts for collectors',
    lookedOn: '2026-11-01',
  },
  channels: { rules: ['US-MD'] },
  third_parties: { rules: ['US-MD'] },
};
