import type { Statements } from '#domain/gate/statements.ts';

/** What the pack of United States says of each topic, or where it was looked for in vain. */
export const statements: Statements = {
  hours: {
    none: 'Not read for any of these states; each is named in the pack. Only the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
  days: {
    none: 'Not read for any of these states; each is named in the pack. Only the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
  frequency: {
    none: 'Not read for any of these states; each is named in the pack. Only the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
  channels: {
    none: 'Not read for any of these states; each is named in the pack. Only the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
  third_parties: {
    none: 'Not read for any of these states; each is named in the pack. Only the rules of US-FED apply',
    lookedOn: '2026-11-01',
  },
};
