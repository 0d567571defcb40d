import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of Brazil says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: { rules: ['BR-SP-HOURS', 'BR-RJ-HOURS', 'BR-ES', 'BR-AM'] },
  days: { rules: ['BR-SP-HOURS', 'BR-RJ-HOURS', 'BR-ES', 'BR-AM'] },
  frequency: {
    none: 'CDC arts. 42, 71 and the laws of five states, in summaries: no number found',
    lookedOn: '2026-11-01',
  },
  channels: {
    none: 'CDC arts. 42, 71 and the laws of five states, in summaries: none found; their hours are those of calls, in Alagoas of texts too',
    lookedOn: '2026-11-01',
  },
  third_parties: {
    none: 'CDC arts. 42, 71: no list of persons; ridicule and constraint are forbidden (BR-CDC42)',
    lookedOn: '2026-11-01',
  },
};
