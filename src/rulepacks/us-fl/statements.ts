import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of Florida says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: { rules: ['US-FL-HOURS'] },
  days: { none: 'Fla. Stat. 559.72: every day alike', lookedOn: '2026-11-01' },
  frequency: {
    none: 'Fla. Stat. 559.72(7): “with such frequency as can reasonably be expected to harass”, no number; US-FED counts for collectors',
    lookedOn: '2026-11-01',
  },
  channels: {
    none: 'Fla. Stat. 559.72: e-mail is exempt from the hours since 16 May 2025, no channel is forbidden; US-FED applies',
    lookedOn: '2026-11-01',
  },
  third_parties: { rules: ['US-FL-THIRD-PARTY'] },
};
