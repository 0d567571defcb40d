import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of California says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: { rules: ['US-CA-ROSENTHAL-1692'] },
  days: { none: 'Civil Code 1788.17 and 15 USC 1692c: every day alike', lookedOn: '2026-11-01' },
  frequency: {
    none: 'Civil Code 1788.11(d)-(e): “with such frequency as to be unreasonable”, no number; US-FED counts for collectors',
    lookedOn: '2026-11-01',
  },
  channels: { rules: ['US-CA-ROSENTHAL-1692'] },
  third_parties: { rules: ['US-CA-ROSENTHAL-1692'] },
};
